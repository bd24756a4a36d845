import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRepository, repositoryRoot } from '../../repository.js';
import { PlainError } from '../../terminal/plain-error.js';
import { runTool } from '../../terminal/run-tool.js';
import { keepFiles, readFiles } from '../../test-run/jest-suites.js';
import { artifact } from '../artifacts.js';
import type { Verb } from '../verb.js';
import { addReport, reportOf, shareOf, type Lines } from './lines.js';
import { tableOf, verdictsOf, type Shares } from './verdict.js';

/** Project of Jest -> the folder of its sources. */
const folders: Readonly<Record<string, string>> = {
  common: 'services/common/src',
  auth: 'services/auth/src',
  crm: 'services/crm/src',
  gateway: 'services/gateway/src',
  scripts: 'scripts/src',
  web: 'web/src',
};

const RATCHET = inRepository('scripts/coverage.json');

/** Two ways in which a line is run: in the process of a test, and in a service that a test starts. */
async function linesRun(folder: string): Promise<Lines> {
  const raw = path.join(folder, 'processes');
  // Some tests start programs as another user, and those write what they ran too.
  fs.chmodSync(folder, 0o711);
  fs.mkdirSync(raw);
  fs.chmodSync(raw, 0o1777);
  const results = path.join(folder, 'results.json');
  const sources = Object.values(folders).map((each) => `--collectCoverageFrom=${each}/**/*.{ts,tsx}`);
  const left = ['generated', 'testing'].map((each) => `--collectCoverageFrom=!**/${each}/**`).concat('--collectCoverageFrom=!**/*.{spec,int-spec,test}.{ts,tsx}');
  const { code } = await runTool(
    ['jest', '--selectProjects', ...Object.keys(folders), 'migrations', '--coverage', '--coverageProvider=v8', '--coverageReporters=lcovonly', `--coverageDirectory=${folder}`, '--json', `--outputFile=${results}`, '--reporters=default', ...sources, ...left],
    { show: true, env: { NODE_V8_COVERAGE: raw, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' } },
  );
  await keepFiles(readFiles(results));
  if (code !== 0) throw new PlainError('Tests failed, so nothing is said of how much they run.');
  const processes = await runTool(['c8', 'report', '--temp-directory', raw, '--reporter=lcovonly', '-o', raw, ...['services/*/dist/**', 'scripts/dist/**', 'services/*/src/**', 'scripts/src/**'].flatMap((each) => ['--include', each])]);
  if (processes.code !== 0) throw new PlainError(`What the processes ran could not be read: ${processes.output.trim().slice(-500)}`);
  const lines: Lines = new Map();
  for (const file of [path.join(folder, 'lcov.info'), path.join(raw, 'lcov.info')]) addReport(lines, fs.readFileSync(file, 'utf8').replaceAll(`SF:${repositoryRoot}/`, 'SF:'));
  return lines;
}

export const coverage: Verb = {
  usage: '[--raise]',
  does: 'how much of each package the tests run: not below 60 %, and not below what it was (scripts/coverage.json, which --raise writes)',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { raise: { type: 'boolean', default: false } } });
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-coverage-'));
    try {
      const lines = await linesRun(folder);
      fs.writeFileSync(artifact('lcov.info'), reportOf(lines));
      const shares: Shares = Object.fromEntries(Object.entries(folders).map(([name, sources]) => [name, shareOf(lines, sources)]));
      const verdicts = verdictsOf(shares, JSON.parse(fs.readFileSync(RATCHET, 'utf8')) as Shares);
      fs.writeFileSync(artifact('coverage.md'), tableOf(verdicts));
      process.stdout.write(tableOf(verdicts));
      if (verdicts.some(({ problem }) => problem !== null)) return 1;
      // What varies from run to run by a line or two does not make the next one red.
      if (values.raise) fs.writeFileSync(RATCHET, `${JSON.stringify(Object.fromEntries(verdicts.map(({ package: name, share, before = 0 }) => [name, Math.max(before, Math.floor(share - 1))])), null, 2)}\n`);
      return 0;
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};
