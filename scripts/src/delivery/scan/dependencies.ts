import fs from 'node:fs';
import path from 'node:path';
import { inRepository } from '../../repository.js';
import { runProgram } from '../../terminal/run-tool.js';
import { changedPackages } from './changed-packages.js';
import { suspicionsOf, type PackageFile, type Suspicion } from './suspicions.js';

const LOCKFILE = 'pnpm-lock.yaml';
/** A program of this size is not read by people either; bundles of known tools are. */
const largest = 4_000_000;

/** The packages that came since a revision, each with what is strange about it. Without a revision: since the commit before. */
export async function suspiciousPackages(since = 'HEAD~1'): Promise<{ looked: string[]; suspicious: { name: string; suspicions: Suspicion[] }[] }> {
  const { code, output } = await runProgram('git', ['show', `${since}:${LOCKFILE}`]);
  const looked = changedPackages(code === 0 ? output : null, fs.readFileSync(inRepository(LOCKFILE), 'utf8'));
  const suspicious = looked.map((name) => ({ name, suspicions: suspicionsIn(folderOf(name)) })).filter(({ suspicions }) => suspicions.length > 0);
  return { looked, suspicious };
}

/** pnpm's own folder of a package; undefined for one that is for another platform and was not installed. */
function folderOf(spec: string): string | undefined {
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const store = inRepository('node_modules/.pnpm');
  const prefix = spec.replaceAll('/', '+');
  const folder = fs.readdirSync(store).find((each) => each === prefix || each.startsWith(`${prefix}_`) || each.startsWith(`${prefix}(`));
  return folder === undefined ? undefined : path.join(store, folder, 'node_modules', name);
}

export function suspicionsIn(folder: string | undefined): Suspicion[] {
  if (folder === undefined || !fs.existsSync(folder)) return [];
  const files: PackageFile[] = [];
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.[cm]?js$/.test(entry.name) && fs.statSync(file).size <= largest) files.push({ name: path.relative(folder, file), text: fs.readFileSync(file, 'utf8') });
  }
  return suspicionsOf(JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { scripts?: Record<string, string> }, files);
}
