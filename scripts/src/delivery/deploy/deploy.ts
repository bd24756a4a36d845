import { isInsecure } from '../release/images.js';
import { readRelease, type Release } from '../release/release.js';
import { verify } from '../release/signatures.js';
import type { Verb } from '../verb.js';
import { targetOf, type Target } from './environment.js';
import { helmTest, revisionBefore, rollBack, upgrade } from './helm.js';
import { withKubeconfig } from './kubeconfig.js';
import { looksAlive } from './smoke.js';

export const deploy: Verb = {
  usage: 'staging|production',
  does: 'a signed release by its digests, then smoke tests; what does not become ready or does not work is taken back',
  reads: ['CRM_HOST', 'CRM_URL', 'VALUES_FILES', 'NAMESPACE', 'HELM_RELEASE', 'DEPLOY_TIMEOUT', 'KUBECONFIG or KUBECONFIG_TEXT', 'COSIGN_PUBLIC_KEY or GITHUB_REPOSITORY'],
  run: async ([name]) => {
    const target = targetOf(name, process.env);
    const release = readRelease();
    if ((await verify.run([])) !== 0) return 1;
    const { said, isLive } = await withKubeconfig(() => bringLive(release, target));
    process.stdout.write(`${target.name}: ${said}\n`);
    return isLive ? 0 : 1;
  },
};

async function bringLive(release: Release, target: Target): Promise<{ said: string; isLive: boolean }> {
  const failure = await upgrade(release, target, { plainHttp: isInsecure(process.env) });
  if (failure !== null) return { said: failure, isLive: false };
  if ((await helmTest(target)) && (await looksAlive(target))) return { said: `${release.version} (${release.revision.slice(0, 12)}) is live at ${target.url}`, isLive: true };
  const before = await revisionBefore(target);
  if (before === null) return { said: 'the release is there and does not work, and there is none before it', isLive: false };
  await rollBack(target, before);
  return { said: `the release did not work; revision ${before} is live again`, isLive: false };
}
