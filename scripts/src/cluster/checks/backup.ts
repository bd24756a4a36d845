import { pollUntil } from '../../processes/poll.js';
import { ApiClient } from '../../product/api-client.js';
import { demand, passed, type ClusterCheck } from '../check.js';
import { fetchOver, signUp, type Credentials } from '../http/person.js';
import { forgetVisitors } from '../load/under-load.js';
import { release, type Stage } from '../stage.js';
import { runJob, withVariable } from '../tools/jobs.js';
import { psql } from '../tools/psql.js';

const database = 'crm_vision';
const contactCount = 12;

async function jobSucceeds(stage: Stage, cronJob: string, name: string, change?: Parameters<typeof runJob>[3]): Promise<string> {
  const result = await runJob(stage.kubectl, `${release}-${cronJob}`, name, change);
  demand(result.succeeded, `${name} failed: ${result.log.trim().slice(-1200)}`);
  return result.log;
}

/** Somebody with data, and what they see of it. */
async function personWithData(stage: Stage): Promise<{ credentials: Credentials; seen: string }> {
  const { client, credentials } = await signUp(await stage.front());
  for (let number = 0; number < contactCount; number += 1) await client.call('POST', '/api/v1/contacts', { lastName: `Kept ${number}` });
  return { credentials, seen: await contactsOf(client) };
}

async function contactsOf(client: ApiClient): Promise<string> {
  const { items } = await client.call<{ items: { id: string; lastName: string; version: number }[] }>('GET', '/api/v1/contacts?limit=50');
  return JSON.stringify(items.map(({ id, lastName, version }) => [id, lastName, version]).toSorted());
}

/** Signs in anew, as soon as that works again, and looks. */
async function seenBy(stage: Stage, credentials: Credentials): Promise<string> {
  const address = await stage.front();
  const client = new ApiClient(address.origin, fetchOver(address));
  const signedIn = await pollUntil(() => client.signIn(credentials).catch(() => false), { within: 90_000, every: 1000 });
  demand(signedIn !== null, 'The person cannot sign in.');
  return contactsOf(client);
}

export const restoreCheck: ClusterCheck = {
  name: '5-restore',
  proves: 'backup, verification, loss of the database, restore: the person signs in and finds the same rows',
  run: async (stage) => {
    await stage.installed();
    const { credentials, seen } = await personWithData(stage);
    await jobSucceeds(stage, 'backup', 'suite-backup');
    await jobSucceeds(stage, 'backup-verify', 'suite-verify');
    await psql(stage, `DROP DATABASE ${database} WITH (FORCE)`);
    const from = performance.now();
    await jobSucceeds(stage, 'restore', 'suite-restore', (container) => withVariable(container, 'RESTORE_CONFIRM', database));
    const seconds = Math.round((performance.now() - from) / 1000);
    demand((await seenBy(stage, credentials)) === seen, 'The person finds other rows than before.');
    const signedIn = Math.round((performance.now() - from) / 1000);
    forgetVisitors();
    return passed(`restored in ${seconds} s, signed in after ${signedIn} s, ${contactCount} of ${contactCount} contacts there`);
  },
};

export const drillCheck: ClusterCheck = {
  name: '5-drill',
  proves: 'the drill restores the newest backup beside and tells how long it takes and how old the data is',
  run: async (stage) => {
    await stage.installed();
    await jobSucceeds(stage, 'backup', 'suite-backup-drill');
    const log = await jobSucceeds(stage, 'restore-drill', 'suite-drill');
    const figures = log.split('\n').find((line) => /rto/i.test(line) && /rpo/i.test(line));
    demand(figures !== undefined, `The drill tells neither RTO nor RPO: ${log.slice(-600)}`);
    return passed(/"message":"([^"]*)"/.exec(figures)?.[1] ?? figures.trim());
  },
};

const damage = `
const fs = require('fs'), { spawnSync } = require('child_process');
const name = fs.readdirSync('/backups').filter((file) => file.endsWith('.manifest.json')).sort().at(-1);
const manifest = fs.readFileSync('/backups/' + name), { file } = JSON.parse(manifest), whole = fs.readFileSync('/backups/' + file);
const flipped = Buffer.from(whole); flipped[whole.length >> 1] ^= 1;
const verify = (kind, bytes) => {
  const folder = '/tmp/' + kind;
  fs.mkdirSync(folder); fs.writeFileSync(folder + '/' + name, manifest); fs.writeFileSync(folder + '/' + file, bytes);
  return [kind, spawnSync('crmctl', ['verify', '--folder', folder]).status];
};
const filtered = spawnSync('crmctl', ['backup', '--method', 'pg_dump', '--folder', '/tmp/filtered'], { env: { ...process.env, DATABASE_URL: process.env.FILTERED_URL } });
console.log('RESULT ' + JSON.stringify([verify('whole', whole), verify('flipped', flipped), verify('cut', whole.subarray(0, whole.length >> 1)), verify('empty', Buffer.alloc(0)), ['filtered', filtered.status]]));
`;

export const badBackupsCheck: ClusterCheck = {
  name: '5-bad-backups',
  proves: 'a flipped byte, half a file, an empty one, and a dump by a role that sees a part only are refused',
  run: async (stage) => {
    await stage.installed();
    await jobSucceeds(stage, 'backup', 'suite-backup-bad');
    const filtered = { name: 'FILTERED_URL', valueFrom: { secretKeyRef: { name: `${release}-crm`, key: 'DATABASE_URL' } } };
    const log = await jobSucceeds(stage, 'backup-verify', 'suite-bad', (container) => ({ ...container, command: ['node', '-e', damage], args: [], env: [...(container.env ?? []), filtered] }));
    const ended = JSON.parse(/^RESULT (.*)$/m.exec(log)?.[1] ?? '[]') as [string, number | null][];
    const accepted = ended.filter(([kind, code]) => (code === 0) !== (kind === 'whole')).map(([kind, code]) => `${kind}: ${code}`);
    demand(ended.length === 5 && accepted.length === 0, `Exit codes: ${accepted.join(', ')} ${log.slice(-600)}`);
    return passed(ended.map(([kind, code]) => `${kind} ${code === 0 ? 'accepted' : 'refused'}`).join(', '));
  },
};

export const reinstallCheck: ClusterCheck = {
  name: '5-reinstall',
  proves: 'what helm uninstalls and installs again has its rows, sessions apart',
  run: async (stage) => {
    await stage.installed();
    const { credentials, seen } = await personWithData(stage);
    await stage.helm.uninstall();
    await stage.restore();
    demand((await seenBy(stage, credentials)) === seen, 'The person finds other rows than before.');
    return passed(`${contactCount} of ${contactCount} contacts there`);
  },
};
