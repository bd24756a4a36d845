import fs from 'node:fs';
import { z } from 'zod';
import { dockerfileOf, imageNames, type ImageName } from '../../cluster/images.js';
import { repositoryRoot } from '../../repository.js';
import { PlainError } from '../../terminal/plain-error.js';
import { artifact } from '../artifacts.js';
import { outputOf } from '../tools/run-installed.js';
import type { Environment, Verb } from '../verb.js';
import { commit, type Commit } from './release.js';

/** Image -> its reference by digest. */
export type Pushed = Record<ImageName, string>;

const bakeMetadata = z.record(z.string(), z.object({ 'containerimage.digest': z.string().optional() }).loose());

function labels({ revision, at, version }: Commit, environment: Environment): Record<string, string> {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = environment;
  return { VERSION: version, REVISION: revision, CREATED: at, SOURCE: GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : 'unknown' };
}

/** All five images, by Docker's BuildKit, or by buildah with IMAGE_BUILDER=buildah. With a registry they are pushed, with provenance and SBOM beside them. */
async function build(registry: string | undefined, environment: Environment): Promise<Pushed | null> {
  const made = await commit(environment);
  return environment['IMAGE_BUILDER'] === 'buildah' ? byBuildah(made, registry, environment) : byDocker(made, registry, environment);
}

async function byDocker(made: Commit, registry: string | undefined, environment: Environment): Promise<Pushed | null> {
  const metadata = artifact('bake.json');
  const settings = { ...labels(made, environment), TAG: made.branch, REGISTRY: registry ?? '', PUSH: String(registry !== undefined), CACHE: environment['GITHUB_ACTIONS'] === 'true' ? 'gha' : '', PLATFORMS: registry === undefined ? '' : (environment['PLATFORMS'] ?? 'linux/amd64,linux/arm64') };
  await outputOf('docker', ['buildx', 'bake', '--metadata-file', metadata], settings);
  if (registry === undefined) return null;
  const said = bakeMetadata.parse(JSON.parse(fs.readFileSync(metadata, 'utf8')));
  return pushed(registry, (name) => said[name]?.['containerimage.digest']);
}

async function byBuildah(made: Commit, registry: string | undefined, environment: Environment): Promise<Pushed | null> {
  const digests = new Map<ImageName, string>();
  const args = Object.entries(labels(made, environment)).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  for (const name of imageNames) {
    const image = `${registry ?? 'localhost'}/crm-vision/${name}:${made.branch}`;
    await outputOf('buildah', ['bud', '--layers', ...args, '-f', dockerfileOf(name), '-t', image, repositoryRoot]);
    if (registry === undefined) continue;
    const file = artifact(`${name}.digest`);
    for (const tag of [made.branch, `sha-${made.revision.slice(0, 12)}`]) await outputOf('buildah', ['push', ...insecure(environment), '--digestfile', file, image, `docker://${registry}/crm-vision/${name}:${tag}`]);
    digests.set(name, fs.readFileSync(file, 'utf8').trim());
  }
  return registry === undefined ? null : pushed(registry, (name) => digests.get(name));
}

function pushed(registry: string, digestOf: (name: ImageName) => string | undefined): Pushed {
  return Object.fromEntries(
    imageNames.map((name) => {
      const digest = digestOf(name);
      if (!digest) throw new PlainError(`The registry said no digest for ${name}.`);
      return [name, `${registry}/crm-vision/${name}@${digest}`];
    }),
  ) as Pushed;
}

/** A registry without TLS, for a test on one machine. */
export const isInsecure = (environment: Environment): boolean => environment['REGISTRY_INSECURE'] === 'true';
const insecure = (environment: Environment): string[] => (isInsecure(environment) ? ['--tls-verify=false'] : []);

export const pushImages = async (registry: string, environment: Environment): Promise<Pushed> => (await build(registry, environment))!;

export const images: Verb = {
  usage: '',
  does: 'all five images for this machine, not pushed',
  reads: ['IMAGE_BUILDER (docker, or buildah)'],
  run: async () => {
    await build(undefined, process.env);
    return 0;
  },
};
