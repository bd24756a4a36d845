import fs from 'node:fs';
import { z } from 'zod';
import { imageNames, type ImageName } from '../../cluster/images.js';
import { inRepository } from '../../repository.js';
import { PlainError } from '../../terminal/plain-error.js';
import { runProgram } from '../../terminal/run-tool.js';
import { artifact } from '../artifacts.js';
import type { Environment } from '../verb.js';

const byDigest = z.string().regex(/^\S+@sha256:[0-9a-f]{64}$/, 'is no reference by digest, such as ghcr.io/acme/crm-vision/web@sha256:…');

const schema = z.object({
  version: z.string(),
  revision: z.string(),
  images: z.object(Object.fromEntries(imageNames.map((name) => [name, byDigest])) as Record<ImageName, typeof byDigest>),
  /** The whole product in one image, for a first look; no part of the chart. */
  allInOne: byDigest.optional(),
  /** Where the chart is, as `oci://registry/charts/crm-vision`, and the digest it was pushed with. */
  chart: z.object({ place: z.string().startsWith('oci://'), digest: z.string().startsWith('sha256:') }),
});

/** What was published: every part by its digest, so that what is deployed is what was built, whatever tags do later. */
export type Release = z.infer<typeof schema>;

/** Every image of it, by name. */
export const imagesOf = ({ images, allInOne }: Release): Record<string, string> => ({ ...images, ...(allInOne && { 'all-in-one': allInOne }) });

const FILE = 'release.json';

export function readRelease(): Release {
  const file = artifact(FILE);
  if (!fs.existsSync(file)) throw new PlainError(`${file} is missing: it comes from npm run delivery -- publish, or with the release that is to be deployed.`);
  const read = schema.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')));
  if (!read.success) throw new PlainError(`${file} is no release: ${z.prettifyError(read.error)}`);
  return read.data;
}

export const writeRelease = (release: Release): void => fs.writeFileSync(artifact(FILE), `${JSON.stringify(schema.parse(release), null, 2)}\n`);

export interface Commit {
  revision: string;
  /** RFC 3339, of the commit: the same commit makes the same image. */
  at: string;
  version: string;
  /** Of the branch, fit for a tag of an image: `main`, `feat-board`. */
  branch: string;
}

/** The commit that is checked out. A pipeline checks out a bare commit and says the branch by GITHUB_REF_NAME. */
export async function commit(environment: Environment = process.env): Promise<Commit> {
  const said = await git('show', '-s', '--format=%H %cI', 'HEAD');
  const [revision = '', at = ''] = said.split(' ');
  const { version } = JSON.parse(fs.readFileSync(inRepository('package.json'), 'utf8')) as { version: string };
  const branch = environment['GITHUB_REF_NAME'] ?? (await git('rev-parse', '--abbrev-ref', 'HEAD'));
  return { revision, at, version: versionOf(environment) ?? version, branch: branch.replaceAll(/[^\w.-]+/g, '-').slice(0, 100) };
}

/** The version of a tag such as v1.4.0; null on a branch. */
export function versionOf({ GITHUB_REF_TYPE, GITHUB_REF_NAME }: Environment): string | null {
  if (GITHUB_REF_TYPE !== 'tag') return null;
  const [, version] = /^v(\d+\.\d+\.\d+(?:-[\w.]+)?)$/.exec(GITHUB_REF_NAME ?? '') ?? [];
  if (version === undefined) throw new PlainError(`The tag of a release is v1.2.3, and not "${GITHUB_REF_NAME}".`);
  return version;
}

async function git(...args: string[]): Promise<string> {
  const { code, output } = await runProgram('git', args);
  if (code !== 0) throw new PlainError(`This needs a clone with its history: git ${args.join(' ')} said ${output.trim()}`);
  return output.trim();
}
