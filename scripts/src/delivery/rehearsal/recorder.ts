import fs from 'node:fs';
import path from 'node:path';

/**
 * Stands where a rehearsal does not do the real thing: behind `npm run delivery`, behind `gh`, and in the actions of others. It writes down what it was asked, and
 * it goes by files as those do: what a verb leaves is there afterwards, what one needs has to be there before.
 */
const { REHEARSAL_FOLDER: folder = '', REHEARSAL_FAILS: fails, REHEARSAL_UPDATE: update = '', REHEARSAL_VARIABLES: variables = '', GITHUB_JOB: job = '' } = process.env;

const RELEASE = '.artifacts/release.json';
const SBOM = '.artifacts/crm-vision.cdx.json';

const leaves: Readonly<Record<string, string[]>> = {
  coverage: ['.artifacts/coverage.md', '.artifacts/lcov.info'],
  sbom: [SBOM],
  publish: [RELEASE],
  notes: ['.artifacts/notes.md'],
  'scan files': ['.artifacts/trivy-files.sarif'],
  'scan lockfile': ['.artifacts/osv.sarif'],
  'scan secrets': ['.artifacts/gitleaks.sarif'],
};

const needs: Readonly<Record<string, string[]>> = { sign: [RELEASE], verify: [RELEASE], preflight: [RELEASE], deploy: [RELEASE], 'scan images': [RELEASE] };

function write(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${path.basename(file)} of ${job}\n`);
}

function need(files: readonly string[]): void {
  const missing = files.find((file) => !fs.existsSync(file));
  if (missing !== undefined) throw new Error(`needs ${missing}, which is not there`);
}

const artifact = (name: string): string => path.join(folder, 'artifacts', name);

/** As the real one: the files are named from the folder that they share, and what is hidden stays here unless it is asked for. */
function upload(input: Record<string, string>): void {
  const wanted = input['path']!.split('\n').map((line) => line.trim()).filter(Boolean);
  const found = wanted.filter((file) => fs.existsSync(file) && (input['include-hidden-files'] === 'true' || !file.split('/').some((part) => part.startsWith('.'))));
  if (found.length === 0 && input['if-no-files-found'] === 'error') throw new Error(`no files were found with the path ${wanted.join(', ')}`);
  if (found.length === 0) return;
  fs.mkdirSync(artifact(input['name']!), { recursive: true });
  for (const file of found) fs.copyFileSync(file, path.join(artifact(input['name']!), path.basename(file)));
}

const actions: Readonly<Record<string, (input: Record<string, string>) => void>> = {
  'actions/upload-artifact': upload,
  'actions/download-artifact': (input) => {
    need([artifact(input['name']!)]);
    fs.cpSync(artifact(input['name']!), input['path']!, { recursive: true });
  },
  'actions/attest': (input) => need([input['subject-path']!]),
  'actions/setup-node': (input) => need([input['node-version-file']!]),
  'github/codeql-action/upload-sarif': (input) => need([input['sarif_file']!]),
  'codecov/codecov-action': (input) => need([input['files']!]),
  'dependabot/fetch-metadata': () => fs.appendFileSync(process.env['GITHUB_OUTPUT']!, `update-type=${update}\n`),
};

function gh(args: readonly string[]): void {
  if (args.includes('download')) write(path.join(args[args.indexOf('--dir') + 1]!, 'release.json'));
  if (args[1] === 'create') need(args.filter((arg) => arg.startsWith('.artifacts/')));
}

function verb(args: readonly string[]): void {
  const [name = '', second = ''] = args;
  need(needs[name] ?? needs[`${name} ${second}`] ?? []);
  if (name === 'report' && second === 'comment') need(args.slice(-1));
  const said = args.join(' ');
  if (fails && said.startsWith(fails)) throw new Error('fails in this rehearsal');
  for (const file of leaves[name] ?? leaves[`${name} ${second}`] ?? []) write(file);
}

const [kind = '', ...args] = process.argv.slice(2);
const input = kind === 'action' ? (JSON.parse(process.env['STUB_INPUTS'] ?? '{}') as Record<string, string>) : {};
const handed = Object.fromEntries(variables.split(',').flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
fs.appendFileSync(path.join(folder, 'calls.jsonl'), `${JSON.stringify({ job, kind, args, input, handed })}\n`);
try {
  if (kind === 'action') actions[args[0]!]?.(input);
  else if (kind === 'gh') gh(args);
  else verb(args);
} catch (error) {
  process.stderr.write(`${kind} ${args.join(' ')}: ${(error as Error).message}\n`);
  process.exit(1);
}
