import path from 'node:path';
import { createMigration, deploy, difference, markRolledBack, status } from '../database/migrate.js';
import { serviceSchemas, type ServiceSchema } from '../database/migrations-folder.js';
import { serviceRoles } from '../database/prepare.js';
import { waitForRoles, waitForServer } from '../database/wait-for-server.js';
import { repositoryRoot } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';
import { ownerUrl, withScratchDatabase } from './target.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface MigrateOptions {
  /** One schema alone. */
  only: string | undefined;
  /** Seconds that `deploy` gives a server which is not there yet. */
  waitSeconds: number;
}

/** `crmctl migrate VERB [NAME] [--schema auth|crm]`. */
export async function migrate(verb: string | undefined, name: string | undefined, { only, waitSeconds }: MigrateOptions): Promise<number> {
  const schemas = serviceSchemas(only === undefined ? undefined : [only]);
  if (schemas.length === 0) throw new PlainError(`There is no schema "${only}": use auth or crm.`);
  if (verb === 'deploy') return deployAll(schemas, waitSeconds);
  if (verb === 'status') return statusOfAll(schemas);
  if (verb === 'check') return withScratchDatabase((url) => checkAll(url, schemas));
  if (verb === 'new') return withScratchDatabase((url) => make(url, schemas, name));
  if (verb === 'rolledback') return rolledBack(schemas, name);
  throw new PlainError(`There is no "migrate ${verb ?? ''}": use deploy, status, check, new or rolledback. See npm run crmctl -- --help.`);
}

async function deployAll(schemas: ServiceSchema[], waitSeconds: number): Promise<number> {
  await waitForServer(ownerUrl(), waitSeconds);
  await waitForRoles(ownerUrl(), serviceRoles, waitSeconds);
  for (const schema of schemas) {
    const applied = await deploy(ownerUrl(), schema);
    say(`${schema.name}: ${applied.length === 0 ? 'nothing to apply' : `applied ${applied.join(', ')}`}`);
  }
  return 0;
}

async function statusOfAll(schemas: ServiceSchema[]): Promise<number> {
  let behind = 0;
  for (const schema of schemas) {
    const { history, failedMigrationNames, editedMigrationNames } = await status(ownerUrl(), schema);
    const waiting = history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
    const unknown = history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [];
    const remarks = [['waiting', waiting], ['failed', failedMigrationNames], ['changed after it was applied', editedMigrationNames], ['applied and not known here', unknown]] as const;
    const found = remarks.filter(([, names]) => names.length > 0);
    say(`${schema.name}: ${found.length === 0 ? 'up to date' : found.map(([what, names]) => `${what}: ${names.join(', ')}`).join('; ')}`);
    behind += waiting.length + failedMigrationNames.length;
  }
  return behind === 0 ? 0 : 2;
}

async function checkAll(url: string, schemas: ServiceSchema[]): Promise<number> {
  let code = 0;
  for (const schema of schemas) {
    const sql = await difference(url, schema);
    say(sql === null ? `${schema.name}: the migrations make what schema.prisma says` : `${schema.name}: the migrations differ from schema.prisma by\n${sql}`);
    if (sql !== null) code = 2;
  }
  return code;
}

async function make(url: string, schemas: ServiceSchema[], name: string | undefined): Promise<number> {
  if (name === undefined) throw new PlainError('Say what the migration does: npm run crmctl -- migrate new add_deal_source.');
  for (const schema of schemas) {
    const file = await createMigration(url, schema, name);
    say(`${schema.name}: ${file === null ? 'nothing to change' : `wrote ${path.relative(repositoryRoot, file)}`}`);
  }
  return 0;
}

async function rolledBack(schemas: ServiceSchema[], name: string | undefined): Promise<number> {
  if (name === undefined || schemas.length !== 1) throw new PlainError('Name the migration and its schema: npm run crmctl -- migrate rolledback NAME --schema crm.');
  await markRolledBack(ownerUrl(), schemas[0]!, name);
  say(`${schemas[0]!.name}: ${name} will be tried again by the next deploy`);
  return 0;
}
