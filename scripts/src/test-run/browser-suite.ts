import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRepository } from '../repository.js';
import { runTool } from '../terminal/run-tool.js';
import { timed, type SuiteGroup, type SuiteResult } from './suite.js';

/** The part of Playwright's JSON report that is counted. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Journeys in a real browser against the whole product (web/e2e), in two looks of the four, or in all of them. */
export const browserSuite = (allLooks: boolean): SuiteGroup => ({ suites: ['browser'], run: async () => [await runBrowser(allLooks)] });

async function runBrowser(allLooks: boolean): Promise<SuiteResult> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-browser-'));
  const file = path.join(folder, 'report.json');
  try {
    const { result, milliseconds } = await timed(() =>
      runTool(['playwright', 'test', '--reporter=list,json'], { cwd: inRepository('web'), show: true, env: { ...(allLooks && { E2E_LOOKS: 'all' }), PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file } }),
    );
    const report = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as PlaywrightReport) : null;
    return { ...countReport(report, result.code), milliseconds };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A test that passed only on a second try counts as failed: it hides a race. */
export function countReport(report: PlaywrightReport | null, exitCode: number): Omit<SuiteResult, 'milliseconds'> {
  const stats = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const failed = stats.unexpected + stats.flaky + (report?.errors.length ?? 0);
  return { suite: 'browser', passed: stats.expected, failed: exitCode !== 0 && failed === 0 ? 1 : failed, skipped: stats.skipped };
}
