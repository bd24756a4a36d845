import { PlainError } from '../../terminal/plain-error.js';
import { artifact } from '../artifacts.js';
import { imagesOf, readRelease } from '../release/release.js';
import { runProgram } from '../../terminal/run-tool.js';
import { runInstalled } from '../tools/run-installed.js';
import type { Verb } from '../verb.js';
import { suspiciousPackages } from './dependencies.js';

type Scan = (args: string[]) => Promise<number>;

/** Its package fetches the program of the same version. */
const SNYK = '1.1307.4';

const SEVERITY = ['--severity', 'HIGH,CRITICAL', '--ignore-unfixed'];

/** Trivy twice: SARIF of all it sees for the page of findings, and the exit code of what has a mend. */
async function trivy(kind: string, target: string, name: string): Promise<number> {
  const { code, stderr } = await runInstalled('trivy', [kind, '--quiet', '--format', 'sarif', '--output', artifact(`trivy-${name}.sarif`), target]);
  if (code !== 0) throw new PlainError(`trivy could not look at ${target}: ${stderr.trim().slice(-500)}`);
  const { code: found, stdout } = await runInstalled('trivy', [kind, '--quiet', ...SEVERITY, '--exit-code', '1', target]);
  process.stdout.write(stdout);
  return found;
}

const scans: Readonly<Record<string, Scan>> = {
  files: () => trivy('fs', '.', 'files'),
  images: async () => {
    let worst = 0;
    for (const [name, reference] of Object.entries(imagesOf(readRelease()))) worst = Math.max(worst, await trivy('image', reference, name));
    return worst;
  },
  lockfile: async () => {
    const { code, stdout, stderr } = await runInstalled('osv-scanner', ['scan', 'source', '--lockfile', 'pnpm-lock.yaml', '--format', 'sarif', '--output-file', artifact('osv.sarif')]);
    // 1: something is known; all else means that nothing was looked at.
    if (code > 1) throw new PlainError(`osv-scanner could not look: ${(stderr || stdout).trim().slice(-500)}`);
    return code;
  },
  secrets: async () => {
    const { code, stderr } = await runInstalled('gitleaks', ['git', '--redact', '--no-banner', '--report-format', 'sarif', '--report-path', artifact('gitleaks.sarif'), '.']);
    process.stdout.write(stderr);
    return code;
  },
  snyk: async () => {
    if (!process.env['SNYK_TOKEN']) {
      process.stdout.write('Snyk was not asked: there is no SNYK_TOKEN\n');
      return 0;
    }
    const { code } = await runProgram('pnpm', ['dlx', '--allow-build=snyk', `snyk@${SNYK}`, 'test', '--all-projects', '--severity-threshold=high'], { show: true });
    return code;
  },
  dependencies: async ([since]) => {
    const { looked, suspicious } = await suspiciousPackages(since);
    for (const { name, suspicions } of suspicious) for (const { file, what } of suspicions) process.stdout.write(`${name}: ${file} ${what}\n`);
    process.stdout.write(`${looked.length} packages are new, ${suspicious.length} of them want to be looked at\n`);
    return suspicious.length === 0 ? 0 : 1;
  },
};

export const scan: Verb = {
  usage: Object.keys(scans).join('|'),
  does: 'known weaknesses in files and images, secrets in the history, strange things in packages that are new since a revision',
  reads: ['SNYK_TOKEN (snyk is not asked without it)'],
  run: async ([name = '', ...args]) => {
    const wanted = Object.hasOwn(scans, name) ? scans[name] : undefined;
    if (!wanted) throw new PlainError(`What is scanned is one of ${Object.keys(scans).join(', ')}, and not "${name}".`);
    return wanted(args);
  },
};
