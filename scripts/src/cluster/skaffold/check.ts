import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '../../repository.js';
import { demand, passed, type ClusterCheck } from '../check.js';
import { Kubectl } from '../tools/kubectl.js';
import { componentOf, podsOf } from '../tools/pods.js';
import { readSkaffold } from './config.js';
import { copyTree } from './inputs.js';
import { SkaffoldLoop } from './loop.js';
import type { Stage } from '../stage.js';

const source = 'services/gateway/src/main.ts';
const mark = 'seen-by-skaffold';

/** `skaffold run -p ci`, then a change as in `skaffold dev`: by what skaffold.yaml says, in a copy of the working tree. */
export const skaffoldCheck: ClusterCheck = {
  name: '8-skaffold',
  proves: 'skaffold.yaml builds and installs everything; a changed source rebuilds and restarts its own service alone',
  run: async (stage) => {
    const config = readSkaffold('ci');
    const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-skaffold-'));
    const kubectl = new Kubectl(config.deploy.helm.releases[0]!.namespace);
    try {
      await copyTree(repositoryRoot, tree);
      await remove(kubectl);
      await kubectl.run(['create', 'namespace', kubectl.namespace]);
      const loop = new SkaffoldLoop(config, tree, stage.images);
      const first = await seconds(() => install(stage, loop, kubectl));
      const again = await seconds(() => change(tree, loop, kubectl));
      return passed(`${config.build.artifacts.length} images and ${config.deploy.helm.releases.length} release in ${first} s, a change to the gateway seen after ${again} s`);
    } finally {
      await remove(kubectl);
      fs.rmSync(tree, { recursive: true, force: true });
    }
  },
};

async function remove(kubectl: Kubectl): Promise<void> {
  await kubectl.attempt(['delete', 'namespace', kubectl.namespace, '--ignore-not-found', '--timeout=180s']);
}

async function install(stage: Stage, loop: SkaffoldLoop, kubectl: Kubectl): Promise<void> {
  await loop.build();
  await stage.images.fetchPublic(await loop.render());
  await loop.deploy();
  await kubectl.settled(120);
}

async function change(tree: string, loop: SkaffoldLoop, kubectl: Kubectl): Promise<void> {
  const before = await podsOf(kubectl);
  fs.appendFileSync(path.join(tree, source), `\nprocess.stdout.write('{"msg":"${mark}"}\\n');\n`);
  const built = await loop.build();
  demand(built.join() === 'crm-vision/gateway', `A change to ${source} built ${built.join(', ') || 'nothing'}.`);
  await loop.deploy();
  await kubectl.settled(120);
  const log = await kubectl.run(['logs', '-l', 'app.kubernetes.io/component=gateway', '--tail=-1']);
  demand(log.includes(mark), 'The changed gateway does not run.');
  const after = new Set((await podsOf(kubectl)).map(({ metadata }) => metadata.uid));
  const restarted = before.filter((pod) => componentOf(pod) !== 'migrate' && !after.has(pod.metadata.uid)).map(componentOf);
  demand(restarted.join() === 'gateway', `The change to the gateway restarted ${restarted.join(', ') || 'nothing'}.`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round((performance.now() - from) / 1000);
}
