import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { output } from '../../terminal/program.js';

/** Names of the files that git knows or would take: what a working tree consists of. */
export async function filesOf(clone: string): Promise<string[]> {
  const names = (await output('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: clone })).split('\0').filter(Boolean);
  return [...new Set(names)].filter((name) => fs.existsSync(path.join(clone, name))).toSorted();
}

/** A working tree of its own, to change things in. */
export async function copyTree(clone: string, target: string): Promise<void> {
  for (const name of await filesOf(clone)) {
    fs.mkdirSync(path.dirname(path.join(target, name)), { recursive: true });
    fs.copyFileSync(path.join(clone, name), path.join(target, name));
  }
}

/** What a Dockerfile copies out of its context. */
export function copiedPaths(dockerfile: string): string[] {
  return [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) => sources!.split(' '));
}

/** As Skaffold's inputDigest: it changes with any file that the image is made from, and with nothing else. */
export function inputDigest(tree: string, dockerfile: string): string {
  const hash = crypto.createHash('sha256');
  const text = fs.readFileSync(path.join(tree, dockerfile), 'utf8');
  hash.update(text);
  for (const source of copiedPaths(text)) {
    for (const name of filesBelow(tree, source)) hash.update(name).update(fs.readFileSync(path.join(tree, name)));
  }
  // Helm would read a tag of digits as a number.
  return `in-${hash.digest('hex').slice(0, 12)}`;
}

function filesBelow(tree: string, source: string): string[] {
  const place = path.join(tree, source);
  if (fs.statSync(place).isFile()) return [source];
  const entries = fs.readdirSync(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(tree, path.join(entry.parentPath, entry.name))).toSorted();
}
