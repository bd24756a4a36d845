import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { onChanged } from '../../src/dev/changes.js';

let folder: string;
let seen: number;
let stop: () => void;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-changes-'));
  fs.mkdirSync(path.join(folder, 'deals'));
  fs.writeFileSync(path.join(folder, 'deals', 'deals.proto'), '1');
  seen = 0;
  stop = onChanged(folder, '.proto', () => (seen += 1));
});
afterEach(() => {
  stop();
  fs.rmSync(folder, { recursive: true });
});

async function toBeSeen(times: number): Promise<void> {
  for (const end = Date.now() + 20_000; seen < times && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toBe(times);
}

it('a file is seen each time that it is saved, written into or replaced', async () => {
  const file = path.join(folder, 'deals', 'deals.proto');
  for (const [index, replaces] of [true, true, false].entries()) {
    fs.writeFileSync(replaces ? `${file}.new` : file, String(index));
    if (replaces) fs.renameSync(`${file}.new`, file);
    await toBeSeen(index + 1);
  }
});

it('a file in a new folder is seen, other files are not', async () => {
  fs.writeFileSync(path.join(folder, 'deals', 'notes.txt'), '1');
  fs.mkdirSync(path.join(folder, 'tasks', 'v1'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'tasks', 'v1', 'tasks.proto'), '1');
  await toBeSeen(1);
  fs.writeFileSync(path.join(folder, 'tasks', 'v1', 'tasks.proto'), '2');
  await toBeSeen(2);
});
