import fs from 'node:fs';
import { z } from 'zod';
import { dockerfileOf, imageNames } from '../../cluster/images.js';
import { repositoryRoot } from '../../repository.js';
import { PlainError } from '../../terminal/plain-error.js';
import { artifact } from '../artifacts.js';
import { outputOf } from '../tools/run-installed.js';
import type { Environment, Verb } from '../verb.js';
import { commit, type Commit, type Release } from './release.js';

/** By digest: the chart's images, and by BuildKit the one for a first look. */
export type Pushed = Pick<Release, 'images' | 'allInOne'>;

const bakeMetadata = z.record(z.string(), z.object({ 'containerimage.digest': z.string().optional() }).loose());

function labels({ revision, at, version }: Commit, environment: Environment): Record<string, string> {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = environment;
  return { VERSION: version, REVISION: revision, CREATED: at, SOURCE: GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : 'unknown' };
}

/** All images, by Docker's BuildKit, or those of the chart by buildah with IMAGE_BUILDER=buildah. With a registry they are pushed; by BuildKit with provenance and SBOM beside them. */
async function build(registry: string | undefined, environment: Environment): Promise<Pushed | null> {
  const made = await commit(environment);
  return environment['IMAGE_BUILDER'] === 'buildah' ? byBuildah(made, registry, environment) : byDocker(made, registry, environment);
}

async function byDocker(made: Commit, registry: string | undefined, environment: Environment): Promise<Pushed | null> {
  const metadata = artifact('bake.json');
  const settings = { ...labels(made, environment), TAG: made.branch, REGISTRY: registry ?? '', PUSH: String(registry !== undefined), CACHE: environment['GITHUB_ACTIONS'] === 'true' ? 'gha' : '', PLATFORMS: registry === undefined ? '' : (environment['PLATFORMS'] ?? 'linux/amd64,linux/arm64') };
  await outputOf('docker', ['buildx', 'bake', 'release', '--metadata-file', metadata], settings);
  if (registry === undefined) return null;
  const said = bakeMetadata.parse(JSON.parse(fs.readFileSync(metadata, 'utf8')));
  const digestOf: DigestOf = (name) => said[name]?.['containerimage.digest'];
  return { images: pushed(registry, digestOf), allInOne: referenceOf(registry, 'all-in-one', digestOf) };
}

async function byBuildah(made: Commit, registry: string | undefined, environment: Environment): Promise<Pushed | null> {
  const digests = new Map<string, string>();
  const args = Object.entries(labels(made, environment)).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  for (const name of imageNames) {
    const built = environment['BUILT_IMAGES']?.replace('{name}', name);
    const image = built ?? `${registry ?? 'localhost'}/crm-vision/${name}:${made.branch}`;
    if (built === undefined) await outputOf('buildah', ['bud', '--layers', ...args, '-f', dockerfileOf(name), '-t', image, repositoryRoot]);
    if (registry === undefined) continue;
    const file = artifact(`${name}.digest`);
    for (const tag of [made.branch, `sha-${made.revision.slice(0, 12)}`]) await outputOf('buildah', ['push', ...insecure(environment), '--digestfile', file, image, `docker://${registry}/crm-vision/${name}:${tag}`]);
    digests.set(name, fs.readFileSync(file, 'utf8').trim());
  }
  return registry === undefined ? null : { images: pushed(registry, (name) => digests.get(name)) };
}

type DigestOf = (name: string) => string | undefined;

const pushed = (registry: string, digestOf: DigestOf): Release['images'] => Object.fromEntries(imageNames.map((name) => [name, referenceOf(registry, name, digestOf)])) as Release['images'];

function referenceOf(registry: string, name: string, digestOf: DigestOf): string {
  const digest = digestOf(name);
  if (!digest) throw new PlainError(`The registry said no digest for ${name}.`);
  return `${registry}/crm-vision/${name}@${digest}`;
}

/** A registry without TLS, for a test on one machine. */
export const isInsecure = (environment: Environment): boolean => environment['REGISTRY_INSECURE'] === 'true';
const insecure = (environment: Environment): string[] => (isInsecure(environment) ? ['--tls-verify=false'] : []);

export const pushImages = async (registry: string, environment: Environment): Promise<Pushed> => (await build(registry, environment))!;

export const images: Verb = {
  usage: '',
  does: 'the images of the chart, and the one for a first look, for this machine, not pushed',
  reads: ['IMAGE_BUILDER (docker, or buildah)'],
  run: async () => {
    await build(undefined, process.env);
    return 0;
  },
};
