import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const skipped = new Set(['node_modules', 'dist', 'generated', 'gen', 'test-results', '.cache']);
const folder = path.join(root, 'node_modules', '.crm-vision');

/** A digest of the contents of files and folders of the clone. */
export function digestOf(...paths) {
  const hash = crypto.createHash('sha256');
  for (const name of paths) for (const file of filesBelow(path.join(root, name))) hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [file];
  return fs
    .readdirSync(file)
    .filter((name) => !skipped.has(name) && !name.endsWith('.tsbuildinfo'))
    .sort()
    .flatMap((name) => filesBelow(path.join(file, name)));
}

/** True when this work was done for these inputs and its results are still there. */
export function isUpToDate(name, digest, results) {
  const file = path.join(folder, name);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === digest && results.every((result) => fs.existsSync(path.join(root, result)));
}

export function keepStamp(name, digest) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), digest);
}
