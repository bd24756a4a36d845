import path from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { findExecutable } from '../../../scripts/dist/processes/find-executable.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** CHROMIUM_PATH, then one on PATH, then the packaged one, which brings the libraries that a bare Linux lacks. */
export async function findChromium(): Promise<LaunchOptions> {
  const own = process.env['CHROMIUM_PATH'] ?? findExecutable(names);
  if (own) return { executablePath: own, args: flags };
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No browser found: install Chromium or Chrome, or name one in CHROMIUM_PATH.');
  // Only for Lambda does the package unpack its libraries too.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const libraries = [path.join(path.dirname(executablePath), 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { executablePath, args: flags, env: { ...process.env, LD_LIBRARY_PATH: libraries } };
}
