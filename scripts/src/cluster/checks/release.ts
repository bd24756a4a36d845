import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { artifact } from '../../delivery/artifacts.js';
import { readRelease, writeRelease } from '../../delivery/release/release.js';
import { freePort } from '../../processes/free-ports.js';
import { pollUntil } from '../../processes/poll.js';
import { inRepository } from '../../repository.js';
import { execute, output, type ProgramResult } from '../../terminal/program.js';
import { demand, passed, skipped, type ClusterCheck } from '../check.js';
import { firstTag, imageNames, registry as builtIn } from '../images.js';
import { tunnelTo } from '../http/tunnel.js';
import { loseNothing } from '../load/under-load.js';
import { origin, release, type Stage } from '../stage.js';
import { isReady, podsOf } from '../tools/pods.js';
import { writeValues } from '../values.js';

const tools = ['registry', 'cosign'];
const brokenTag = 'release-broken';
const password = 'of-this-check';

/** The verbs of delivery from the images to a release that is live, and those of a release that must not be. */
export const releaseCheck: ClusterCheck = {
  name: '9-release',
  proves: 'a release from a registry: published, signed with its list of parts, live by digest; another key and an unsigned image are refused; one that does not start is taken back, told once',
  run: async (stage) => {
    const missing = tools.filter((tool) => !stage.bed?.hasTool(tool));
    if (missing.length > 0) return skipped(`${missing.join(', ')} not installed here`);
    await stage.installed();
    const edge = await stage.edge();
    if (!edge) return skipped('no edge here');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-release-'));
    const [registry, tunnel, sink] = await Promise.all([startRegistry(folder), tunnelTo(edge), startSink()]);
    fs.writeFileSync(path.join(folder, 'authority.pem'), edge.authority ?? '');
    fs.writeFileSync(path.join(folder, 'storage.conf'), stage.bed!.imageStore);
    try {
      const keys = await Promise.all([makeKey(folder, 'ours'), makeKey(folder, 'theirs')]);
      const environment = { CONTAINERS_STORAGE_CONF: path.join(folder, 'storage.conf'), ...(await settings(stage, registry.place, keys[0])), ...throughTunnel(tunnel.url, folder, await clusterHost()), SLACK_WEBHOOK_URL: `${sink.url}/slack`, PAGERDUTY_ROUTING_KEY: 'key', PAGERDUTY_EVENTS_URL: `${sink.url}/pagerduty` };
      const verb = (args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<ProgramResult> => execute(process.execPath, [inRepository('scripts/dist/delivery/main.js'), ...args], { env: { ...environment, ...more }, timeout: 1_200_000 });
      const said = await goodRelease(stage, verb, keys[1]);
      await refused(verb);
      return passed(`${said}; ${await brokenRelease(stage, verb, sink.heard, environment)}`);
    } finally {
      tunnel.close();
      sink.close();
      registry.stop();
      await stage.restore();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Run = (args: readonly string[], more?: NodeJS.ProcessEnv) => Promise<ProgramResult>;

async function well(run: Promise<ProgramResult>): Promise<string> {
  const { code, stdout, stderr } = await run;
  demand(code === 0, `${stdout}\n${stderr}`.trim().slice(-1500));
  return stdout;
}

/** Published, signed, verified, and live while people work. */
async function goodRelease(stage: Stage, verb: Run, theirs: string): Promise<string> {
  for (const step of ['sbom', 'publish', 'sign', 'verify']) await well(verb([step]));
  const { code, stdout } = await verb(['verify'], { COSIGN_PUBLIC_KEY: `${theirs}.pub` });
  demand(code === 1 && stdout.includes('0 of 6 parts are signed'), `The key of somebody else was taken: ${stdout}`);
  const figures = await loseNothing(stage, async () => void (await well(verb(['deploy', 'staging']))));
  const { images } = readRelease();
  for (const name of ['gateway', 'auth', 'crm', 'web'] as const) {
    const running = (await podsOf(stage.kubectl, name)).map((pod) => pod.spec.containers[0]!.image);
    demand(running.length > 0 && running.every((image) => image === images[name]), `${name} runs ${running.join(', ')}, and not ${images[name]}.`);
  }
  return `6 parts signed, live by digest from ${new URL(`http://${images.web}`).host}, ${figures}`;
}

/** An image that nobody signed does not reach the cluster. */
async function refused(verb: Run): Promise<void> {
  const good = readRelease();
  writeRelease({ ...good, images: { ...good.images, web: good.images.web.replace(/[0-9a-f]{64}$/, '0'.repeat(64)) } });
  const { code, stdout } = await verb(['deploy', 'staging']);
  writeRelease(good);
  demand(code === 1 && stdout.includes('5 of 6 parts are signed') && !stdout.includes('Release "'), `A part without a signature was deployed: ${stdout.slice(-800)}`);
}

/** Signed and broken: helm takes it back by itself, people go on, and one notice of each kind goes out. */
async function brokenRelease(stage: Stage, verb: Run, heard: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const good = readRelease();
  await stage.images.derive('crm', brokenTag, ['ENTRYPOINT ["node", "-e", "process.exit(1)"]']);
  const place = good.images.crm.slice(0, good.images.crm.indexOf('@'));
  const digestFile = artifact('broken.digest');
  await output('buildah', ['push', '--tls-verify=false', '--digestfile', digestFile, `${builtIn}/crm:${brokenTag}`, `docker://${place}:broken`], { env });
  writeRelease({ ...good, images: { ...good.images, crm: `${place}@${fs.readFileSync(digestFile, 'utf8').trim()}` } });
  await well(verb(['sign']));
  const figures = await loseNothing(stage, async () => {
    const { code, stdout } = await verb(['deploy', 'staging'], { DEPLOY_TIMEOUT: '60s' });
    demand(code === 1 && stdout.includes('helm has taken it back'), `A release that cannot start ended with ${code}: ${stdout.slice(-800)}`);
  });
  await well(verb(['notify', 'deploy of staging', '--result', 'failure', '--link', 'https://ci.example/runs/1']));
  demand(heard.toSorted().join() === '/pagerduty,/slack', `Told: ${heard.join(', ')}.`);
  const pods = await podsOf(stage.kubectl, 'crm');
  demand(pods.length === 2 && pods.every((pod) => isReady(pod) && pod.spec.containers[0]!.image === good.images.crm), 'The release before does not serve with two pods.');
  return `one that cannot start was taken back and told once on each channel, ${figures}`;
}

/** As a person sets them for an environment of their own, with the size of this node. */
async function settings(stage: Stage, place: string, key: string): Promise<NodeJS.ProcessEnv> {
  const { files } = await stage.values();
  const repositories = Object.fromEntries(imageNames.map((name) => [name, { image: { repository: `crm-vision/${name}` } }]));
  return {
    REGISTRY: place, REGISTRY_INSECURE: 'true', IMAGE_BUILDER: 'buildah', BUILT_IMAGES: `${builtIn}/{name}:${firstTag}`,
    COSIGN_KEY: `${key}.key`, COSIGN_PUBLIC_KEY: `${key}.pub`, COSIGN_PASSWORD: password,
    CRM_HOST: new URL(origin).hostname, HELM_RELEASE: release, NAMESPACE: stage.namespace, VALUES_FILES: [...files, writeValues(repositories)].join(','),
    GITHUB_REF_NAME: 'main',
  };
}

/** The smoke test finds the edge's host and trusts its authority, as a browser elsewhere would; the cluster and the registry are reached directly. */
const throughTunnel = (url: string, folder: string, direct: string): NodeJS.ProcessEnv => ({ HTTPS_PROXY: url, NO_PROXY: `127.0.0.1,localhost,${direct}`, NODE_USE_ENV_PROXY: '1', NODE_EXTRA_CA_CERTS: path.join(folder, 'authority.pem') });

const clusterHost = async (): Promise<string> => new URL(await output('kubectl', ['config', 'view', '--minify', '-o', 'jsonpath={.clusters[0].cluster.server}'])).hostname;

async function makeKey(folder: string, name: string): Promise<string> {
  const prefix = path.join(folder, name);
  await output('cosign', ['generate-key-pair', '--output-key-prefix', prefix], { env: { COSIGN_PASSWORD: password } });
  return prefix;
}

/** On loopback, where the container runtime of this machine takes http. */
async function startRegistry(folder: string): Promise<{ place: string; stop: () => void }> {
  const port = await freePort();
  const config = path.join(folder, 'registry.json');
  fs.writeFileSync(config, JSON.stringify({ version: 0.1, storage: { filesystem: { rootdirectory: path.join(folder, 'registry') } }, http: { addr: `127.0.0.1:${port}` } }));
  const child: ChildProcess = spawn('registry', ['serve', config], { stdio: 'ignore' });
  const ready = await pollUntil(() => fetch(`http://127.0.0.1:${port}/v2/`).then((answer) => answer.ok || null, () => null), { within: 30_000, every: 200 });
  demand(ready !== null, 'The registry did not start.');
  return { place: `127.0.0.1:${port}/acme`, stop: () => void child.kill() };
}

/** Hears what would go to Slack and PagerDuty. */
async function startSink(): Promise<{ url: string; heard: string[]; close: () => void }> {
  const heard: string[] = [];
  const server = http.createServer((request, response) => {
    heard.push(request.url ?? '');
    request.resume().once('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, close: () => void server.close() };
}
