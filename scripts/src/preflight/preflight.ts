import fs from 'node:fs';
import type { Copy } from '../backup/copies.js';
import { listCopies } from '../backup/copies.js';
import { dropDatabase, restoreInto } from '../backup/restore-into.js';
import { verifyCopy } from '../backup/verify.js';
import { execute } from '../terminal/program.js';
import { makeSecrets } from '../crmctl/secrets.js';
import { changeUrl } from '../database/connection.js';
import { deploy, status } from '../database/migrate.js';
import { readMigrations, serviceSchemas, type ServiceSchema } from '../database/migrations-folder.js';
import { contractionsIn } from './contractions.js';
import { skewProblem } from './versions.js';

/** What is asked before an upgrade. A refusal is one sentence that says what to do. */
export interface Answer {
  question: string;
  refusal: string | null;
  /** What was seen, when nothing stands in the way. */
  seen: string;
}

export interface Circumstances {
  /** The database, as a role that reads everything. */
  url: string;
  /** A role that makes databases. */
  drillUrl: string;
  backupFolder: string;
  database: string;
  /** Hours that the newest backup may be old. */
  maxAgeHours: number;
  /** The version that runs now; null: nobody said it. */
  running: string | null;
  next: string;
  /** Where the release is, for its Secrets; null: not looked at. */
  cluster: { namespace: string; release: string } | null;
  schemas?: ServiceSchema[];
}

const HOUR = 3_600_000;
const good = (question: string, seen: string): Answer => ({ question, refusal: null, seen });
const bad = (question: string, refusal: string): Answer => ({ question, refusal, seen: '' });

/** Everything that is asked, one after the other; later questions need what earlier ones found. */
export async function preflight(circumstances: Circumstances): Promise<Answer[]> {
  const [newest] = listCopies(circumstances.backupFolder, circumstances.database);
  return [
    versions(circumstances),
    await backup(newest, circumstances),
    disk(newest, circumstances),
    await expands(circumstances),
    ...(newest === undefined ? [] : [await triedOnCopy(newest, circumstances)]),
    ...(circumstances.cluster === null ? [] : [await secretKeys(circumstances.cluster)]),
  ];
}

function versions({ running, next }: Circumstances): Answer {
  if (running === null) return good('versions', 'not asked: say which runs by --running VERSION or --api URL');
  const problem = skewProblem(running, next);
  return problem === null ? good('versions', `${running} -> ${next}`) : bad('versions', `${problem}.`);
}

async function backup(newest: Copy | undefined, { backupFolder, maxAgeHours }: Circumstances): Promise<Answer> {
  if (!newest) return bad('backup', `There is no backup in ${backupFolder}: take one with crmctl backup.`);
  const hours = (Date.now() - Date.parse(newest.manifest.takenAt)) / HOUR;
  if (hours > maxAgeHours) return bad('backup', `The newest backup is ${Math.round(hours)} hours old: take one with crmctl backup.`);
  try {
    await verifyCopy(newest);
  } catch (error) {
    return bad('backup', `The newest backup is not good: ${error instanceof Error ? error.message : String(error)}`);
  }
  return good('backup', `${newest.name}, ${hours.toFixed(1)} h old, ${newest.manifest.rows} rows, every byte read`);
}

/** The next backup has to find room beside those that are there. */
function disk(newest: Copy | undefined, { backupFolder }: Circumstances): Answer {
  const { bavail, bsize } = fs.statfsSync(fs.existsSync(backupFolder) ? backupFolder : '.');
  const free = bavail * bsize;
  const wanted = 2 * (newest === undefined ? 0 : fs.statSync(newest.file).size);
  const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  return free < wanted ? bad('disk', `${backupFolder} has ${gib(free)} left, and two backups need ${gib(wanted)}: make room first.`) : good('disk', `${gib(free)} free for backups`);
}

async function expands({ url, schemas = serviceSchemas() }: Circumstances): Promise<Answer> {
  let waiting = 0;
  for (const schema of schemas) {
    const { history, failedMigrationNames } = await status(url, schema);
    if (failedMigrationNames.length > 0) return bad('migrations', `${failedMigrationNames[0]} failed before: repair what stands in its way, then crmctl migrate rolledback ${failedMigrationNames[0]} --schema ${schema.name}.`);
    const names = new Set(history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : []);
    for (const { path, migrationFile } of readMigrations(schema).migrationDirectories.filter((each) => names.has(each.path))) {
      waiting += 1;
      const [first] = migrationFile.content.tag === 'ok' ? contractionsIn(migrationFile.content.value) : ['cannot be read'];
      if (first !== undefined) return bad('migrations', `${path} of ${schema.name} ${first}, which the release that runs still uses: upgrade to a release in between, or wait for one that only adds.`);
    }
  }
  return good('migrations', waiting === 0 ? 'none is waiting' : `${waiting} wait, and only add`);
}

/** The newest backup as a database of its own, in which the migrations have to succeed; it is dropped again. */
async function triedOnCopy(newest: Copy, { drillUrl, schemas = serviceSchemas() }: Circumstances): Promise<Answer> {
  const adminUrl = changeUrl(drillUrl, { database: 'postgres' });
  const database = `preflight_${process.pid}_${Date.now()}`;
  const from = performance.now();
  try {
    await restoreInto(adminUrl, database, newest);
    const applied: string[] = [];
    for (const schema of schemas) applied.push(...(await deploy(changeUrl(adminUrl, { database }), schema)));
    return good('on a copy', `${applied.length} migrations on a copy of ${newest.manifest.rows} rows, restored and migrated in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  } catch (error) {
    return bad('on a copy', `The migrations do not succeed on a copy of the newest backup: ${reasonOf(error)}`);
  } finally {
    await dropDatabase(adminUrl, database);
  }
}

/** The engine says much; what PostgreSQL said is a line of it. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const name = /migration_name="([^"]+)"/.exec(text)?.[1];
  const said = /ERROR: (.+)/.exec(text)?.[1] ?? text.trim().split('\n')[0]!;
  return `${name === undefined ? '' : `${name}: `}${said}`;
}

/** By the names alone: no value is read. */
async function secretKeys({ namespace, release }: { namespace: string; release: string }): Promise<Answer> {
  const { code, stdout, stderr } = await execute('kubectl', ['-n', namespace, 'get', 'secrets', '-o', 'go-template={{range .items}}{{.metadata.name}}{{range $key, $_ := .data}} {{$key}}{{end}}{{"\\n"}}{{end}}'], { timeout: 30_000 });
  if (code !== 0) return bad('secrets', `The Secrets of ${namespace} could not be read: ${stderr.trim().split('\n')[0]}`);
  const there = new Map(stdout.trim().split('\n').map((line) => [line.split(' ')[0]!, new Set(line.split(' ').slice(1))] as const));
  const wanted = makeSecrets({ release, postgresql: 'external', redis: 'rediss://external' }).filter(({ name }) => !name.endsWith('-postgresql'));
  for (const { name, data } of wanted) {
    const keys = there.get(name);
    if (!keys) return bad('secrets', `The Secret ${name} is missing in ${namespace}: crmctl secrets init shows what is in it.`);
    const missing = Object.keys(data).find((key) => !keys.has(key));
    if (missing !== undefined) return bad('secrets', `${missing} is missing in the Secret ${name}: add it before the upgrade.`);
  }
  return good('secrets', `${wanted.length} Secrets with every key`);
}
