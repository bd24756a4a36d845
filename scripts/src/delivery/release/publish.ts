import { PlainError } from '../../terminal/plain-error.js';
import { artifactsFolder } from '../artifacts.js';
import { outputOf } from '../tools/run-installed.js';
import type { Environment, Verb } from '../verb.js';
import { isInsecure, pushImages } from './images.js';
import { commit, writeRelease } from './release.js';

const CHART = 'charts/crm-vision';

/** The one place that says which registry: `ghcr.io/acme`. */
export function registryOf({ REGISTRY }: Environment): string {
  if (!REGISTRY) throw new PlainError('REGISTRY is missing: where images and the chart go, such as ghcr.io/acme.');
  return REGISTRY.toLowerCase().replace(/\/$/, '');
}

/** A branch's chart is a version before the next one, so that it never passes for a release. */
export const chartVersion = (version: string, isRelease: boolean, revision: string): string => (isRelease ? version : `${version}-sha.${revision.slice(0, 12)}`);

async function pushChart(registry: string, version: string, environment: Environment): Promise<{ place: string; digest: string }> {
  await outputOf('helm', ['package', CHART, '--version', version, '--app-version', version, '--destination', artifactsFolder]);
  const said = await outputOf('helm', ['push', `${artifactsFolder}/crm-vision-${version}.tgz`, `oci://${registry}/charts`, ...(isInsecure(environment) ? ['--plain-http'] : [])]);
  const digest = /Digest:\s*(sha256:[0-9a-f]{64})/.exec(said)?.[1];
  if (digest === undefined) throw new PlainError(`helm did not say with which digest it pushed the chart: ${said.trim()}`);
  return { place: `oci://${registry}/charts/crm-vision`, digest };
}

export const publish: Verb = {
  usage: '',
  does: 'images and chart into the registry; .artifacts/release.json says all digests',
  reads: ['REGISTRY', 'IMAGE_BUILDER', 'BUILT_IMAGES (with buildah: what it has already, such as crm-vision/{name}:1, is pushed and nothing built)', 'PLATFORMS', 'REGISTRY_INSECURE'],
  run: async () => {
    const registry = registryOf(process.env);
    const { version, revision } = await commit();
    const { images, allInOne } = await pushImages(registry, process.env);
    const chart = await pushChart(registry, chartVersion(version, process.env['GITHUB_REF_TYPE'] === 'tag', revision), process.env);
    writeRelease({ version, revision, images, allInOne, chart });
    process.stdout.write([...Object.values(images), ...(allInOne ? [allInOne] : []), `${chart.place}@${chart.digest}`, ''].join('\n'));
    return 0;
  },
};
