import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRepository } from '../repository.js';
import { runProgram, runTool } from '../terminal/run-tool.js';
import type { Check, Outcome } from './check.js';

/** No change of the contract breaks a caller of the version before: the newest release, or else the commit before. */
export const breakingCheck: Check = { name: 'contract breaks no caller', run };

async function run(): Promise<Outcome> {
  const base = await baseRevision();
  if (base === null) return { state: 'skipped', output: 'There is no earlier version of the contract in this clone to compare with.' };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-breaking-'));
  try {
    const archive = path.join(folder, 'before.tar');
    const { code, output } = await runProgram('git', ['archive', '--output', archive, base, 'proto']);
    if (code !== 0) return { state: 'failed', output };
    const result = await runTool(['buf', 'breaking', '--against', `${archive}#subdir=proto`], { cwd: inRepository('proto') });
    return { state: result.code === 0 ? 'passed' : 'failed', output: result.output };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function baseRevision(): Promise<string | null> {
  const release = await git('describe', '--tags', '--abbrev=0', '--match', 'v*');
  if (release !== null) return release;
  const changed = await git('status', '--porcelain', '--', 'proto');
  const candidate = changed ? 'HEAD' : 'HEAD~1';
  const hasContract = await git('rev-parse', '--verify', '--quiet', `${candidate}:proto/buf.yaml`);
  return hasContract === null ? null : candidate;
}

async function git(...args: string[]): Promise<string | null> {
  const { code, output } = await runProgram('git', args);
  return code === 0 ? output.trim() : null;
}
