import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepEvidence } from '../readiness/evidence.js';
import { repositoryRoot } from '../repository.js';
import { runTool } from '../terminal/run-tool.js';
import type { SuiteGroup, SuiteResult } from './suite.js';

/** The part of Jest's `--json` file that is counted. */
interface JestFile {
  name: string;
  status: 'passed' | 'failed' | 'skipped' | 'pending' | 'focused';
  startTime: number;
  endTime: number;
  assertionResults: { status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled' }[];
}

/** Project of jest.config.js -> the folder of its tests. */
const folders: Record<string, string> = {
  common: 'services/common',
  auth: 'services/auth',
  crm: 'services/crm',
  gateway: 'services/gateway',
  migrations: 'scripts/test/migrations',
  scripts: 'scripts',
  web: 'web',
};

/** All projects in one Jest, so that they share the workers, PostgreSQL and Redis. */
export const jestSuites: SuiteGroup = { suites: Object.keys(folders), run: (wanted) => runProjects(wanted) };

/** Runs that kill and measure processes, alone on the machine. */
export const faultSuite: SuiteGroup = { suites: ['faults'], run: () => runJest(['faults'], 1, () => 'faults', ['--forceExit']) };

function runProjects(wanted: string[]): Promise<SuiteResult[]> {
  return runJest(wanted, Math.max(2, os.availableParallelism()), (file) => {
    const relative = path.relative(repositoryRoot, file).replaceAll(path.sep, '/');
    return wanted.find((name) => relative.startsWith(`${folders[name]!}/`)) ?? 'other';
  });
}

async function runJest(projects: string[], workers: number, suiteOf: (file: string) => string, more: string[] = []): Promise<SuiteResult[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-jest-'));
  const file = path.join(folder, 'results.json');
  const args = ['jest', '--selectProjects', ...projects, '--passWithNoTests', `--maxWorkers=${workers}`, '--json', `--outputFile=${file}`, '--reporters=default', ...more];
  try {
    const { code } = await runTool(args, { show: true, env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' } });
    const files = readFiles(file);
    await keepFiles(files);
    const results = countFiles(files, projects, suiteOf);
    // A crash of Jest itself leaves no file that failed.
    if (code !== 0 && !results.some((result) => result.failed > 0)) results[0]!.failed += 1;
    return results;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What Jest's `--json --outputFile` says of each file; nothing when it did not get that far. */
export const readFiles = (file: string): JestFile[] => (fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as { testResults: JestFile[] }).testResults : []);

/** For crmctl readiness. */
export const keepFiles = (files: readonly JestFile[]): Promise<void> =>
  keepEvidence(files.map(({ name, status }) => ({ proof: `jest ${path.relative(repositoryRoot, name).replaceAll(path.sep, '/')}` as const, isGreen: status === 'passed' })));

export function countFiles(files: readonly JestFile[], suites: readonly string[], suiteOf: (file: string) => string): SuiteResult[] {
  const rows = new Map(suites.map((suite) => [suite, { suite, passed: 0, failed: 0, skipped: 0, milliseconds: 0 }]));
  for (const file of files) {
    const row = rows.get(suiteOf(file.name)) ?? { suite: suiteOf(file.name), passed: 0, failed: 0, skipped: 0, milliseconds: 0 };
    rows.set(row.suite, row);
    const count = (...states: string[]): number => file.assertionResults.filter(({ status }) => states.includes(status)).length;
    const failed = count('failed');
    row.passed += count('passed');
    // A file that could not even be loaded has no assertion that failed.
    row.failed += file.status === 'failed' ? Math.max(1, failed) : failed;
    row.skipped += count('pending', 'skipped', 'todo', 'disabled');
    row.milliseconds += Math.max(0, file.endTime - file.startTime);
  }
  return [...rows.values()];
}
