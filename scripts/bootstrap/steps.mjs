import fs from 'node:fs';
import path from 'node:path';
import { root, run, step } from './run.mjs';
import { digestOf, isUpToDate, keepStamp } from './stamps.mjs';
import { nodeExecutable, pnpm } from './tools.mjs';

const offline = 'The packages could not be installed: check the network (and the registry in your .npmrc) and try again.';
const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...['proto', 'scripts', 'web', 'services/common', 'services/auth', 'services/crm', 'services/gateway'].map((name) => `${name}/package.json`)];
// Any existing file does: the engine is never run, and without its name Prisma would try to download one.
const prismaEnvironment = () => ({ ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' });

export async function install(options) {
  await once('install', 'Installing the packages', digestOf(...manifests), ['node_modules/.modules.yaml', 'services/gateway/node_modules', 'web/node_modules'], options, () =>
    run([pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], { env: { ...process.env, CI: '1' }, failure: offline }),
  );
}

/** The contract as TypeScript, and the database client. */
export async function generateCode(options) {
  await once('contract', 'Generating code from the contract', digestOf('proto'), ['proto/src/gen/crm_vision'], options, () =>
    run([pnpm, 'exec', 'buf', 'generate'], { cwd: path.join(root, 'proto') }),
  );
  const schema = 'services/crm/prisma/schema.prisma';
  if (!fs.existsSync(path.join(root, schema))) return;
  await once('client-crm', 'Generating the database client of crm', digestOf(schema), ['services/crm/src/generated/client.ts'], options, () =>
    run([pnpm, 'exec', 'prisma', 'generate'], { cwd: path.join(root, 'services', 'crm'), env: prismaEnvironment() }),
  );
}

/** The compiler knows by itself what is up to date: its own check takes a tenth of a second. */
export function buildCode(options) {
  return step('Building the services', options, async () => {
    await run([pnpm, 'exec', 'tsc', '-b']);
  });
}

/** For tests and development: what does not compile is reported there, beside all else that is wrong. */
export function buildCodeAsFarAsPossible(options) {
  return step('Building the services', options, () =>
    run([pnpm, 'exec', 'tsc', '-b']).then(() => '', () => 'with errors'),
  );
}

/** The public API as a document, and as types for the web app. */
export async function generateWeb(options) {
  await once('web-types', 'Generating the types of the public API', digestOf('services/gateway/src', 'web/build/generate-api.ts'), ['web/src/generated/api.ts', 'web/src/generated/openapi.json'], options, () =>
    run([nodeExecutable(), 'build/generate-api.ts'], { cwd: path.join(root, 'web') }),
  );
}

export async function buildWeb(options) {
  await once('web', 'Building the web app', digestOf('web', 'web/src/generated'), ['web/dist/index.html'], options, () => run([pnpm, 'exec', 'vite', 'build'], { cwd: path.join(root, 'web') }));
}

async function once(name, title, digest, results, options, work) {
  if (isUpToDate(name, digest, results)) return;
  await step(title, options, async () => {
    await work();
  });
  keepStamp(name, digest);
}
