import { z } from 'zod';
import type { ImageName } from '../../cluster/images.js';
import { PlainError } from '../../terminal/plain-error.js';
import type { Release } from '../release/release.js';
import { outputOf, runInstalled } from '../tools/run-installed.js';
import type { Target } from './environment.js';

const history = z.array(z.object({ revision: z.number(), status: z.string(), description: z.string(), app_version: z.string().optional() }));

/** The chart's values that name each image by its digest and nothing else. */
export function imageValues(images: Release['images']): string[] {
  const registry = new Set(Object.values(images).map((reference) => reference.slice(0, reference.indexOf('/crm-vision/'))));
  if (registry.size !== 1) throw new PlainError('The images of a release come from one registry.');
  const each = Object.entries(images).flatMap(([name, reference]) => [`${name as ImageName}.image.digest=${reference.slice(reference.indexOf('@') + 1)}`]);
  // A digest is text even where it looks like a number; whether they are required is no text.
  return ['--set', 'image.requireDigests=true', ...[`image.registry=${[...registry][0]}`, ...each].flatMap((value) => ['--set-string', value])];
}

/** Installs or upgrades and waits; what does not become ready is taken back by helm itself. What came of it, in words; null when it is live. */
export async function upgrade({ images, chart }: Release, target: Target, { plainHttp }: { plainHttp: boolean }): Promise<string | null> {
  const before = (await historyOf(target)).at(-1)?.revision ?? 0;
  const where = ['--namespace', target.namespace, '--create-namespace', '--rollback-on-failure', '--wait', '--timeout', target.timeout];
  const values = [...target.valuesFiles.flatMap((file) => ['-f', file]), '--set-string', `exposure.host=${new URL(target.url).hostname}`, ...imageValues(images)];
  const { code, stdout, stderr } = await runInstalled('helm', ['upgrade', '--install', target.helmRelease, `${chart.place}@${chart.digest}`, ...where, ...values, ...(plainHttp ? ['--plain-http'] : [])]);
  process.stdout.write(`${(code === 0 ? stdout : stderr).trim().split('\n').slice(0, 20).join('\n')}\n`);
  if (code === 0) return null;
  const last = (await historyOf(target)).at(-1);
  if ((last?.revision ?? 0) === before) return 'helm refused the release before anything was changed';
  return last?.status === 'deployed' ? 'the release did not become ready; helm has taken it back' : 'the release did not become ready and is not taken back: see helm history';
}

async function historyOf(target: Target): Promise<z.infer<typeof history>> {
  const { code, stdout } = await runInstalled('helm', ['history', target.helmRelease, '--namespace', target.namespace, '-o', 'json']);
  return code === 0 ? history.parse(JSON.parse(stdout)) : [];
}

/** The version that is live; null when there is none. */
export const runningVersion = async (target: Target): Promise<string | null> => (await historyOf(target)).findLast(({ status }) => status === 'deployed')?.app_version ?? null;

/** The newest revision that was live before this one; null when there is none. */
export const revisionBefore = async (target: Target): Promise<number | null> => (await historyOf(target)).findLast(({ status }) => status === 'superseded')?.revision ?? null;

export async function rollBack(target: Target, revision: number): Promise<void> {
  await outputOf('helm', ['rollback', target.helmRelease, String(revision), '--namespace', target.namespace, '--wait', '--timeout', target.timeout]);
}

export async function helmTest(target: Target): Promise<boolean> {
  const { code, stdout, stderr } = await runInstalled('helm', ['test', target.helmRelease, '--namespace', target.namespace, '--logs', '--timeout', '3m']);
  process.stdout.write(`${(stdout || stderr).trim()}\n`);
  return code === 0;
}
