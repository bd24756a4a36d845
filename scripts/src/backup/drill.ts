import { changeUrl, withConnection } from '../database/connection.js';
import type { Copy } from './copies.js';
import { secondsSince, type Journal } from './journal.js';
import { dropDatabase, restoreInto } from './restore-into.js';
import { smoke } from './smoke.js';
import { verifyCopy } from './verify.js';

const prefix = 'drill_';

export interface DrillResult {
  /** Seconds from the beginning to a database that answers. */
  rto: number;
  /** Seconds that its data were old when the drill began. */
  rpo: number;
}

/** Restores the backup into a throw-away database, asks it, and drops it: what a disaster would ask for, every week. */
export async function drill(url: string, copy: Copy, journal: Journal): Promise<DrillResult> {
  const from = performance.now();
  const rpo = Math.round((Date.now() - Date.parse(copy.manifest.takenAt)) / 1000);
  const adminUrl = changeUrl(url, { database: 'postgres' });
  const database = `${prefix}${process.pid}_${Date.now()}`;
  journal.say('drill.start', `Restoring ${copy.name} into a throw-away database ...`, { name: copy.name, database });
  await dropLeftovers(adminUrl);
  try {
    await verifyCopy(copy);
    await restoreInto(adminUrl, database, copy);
    const checks = await smoke(changeUrl(adminUrl, { database }));
    const rto = secondsSince(from);
    journal.say('drill.end', `The drill went well: ${copy.manifest.rows} rows restored and ${checks} checks passed in ${rto} s (RTO); the data were ${rpo} s old (RPO).`, {
      name: copy.name, rows: copy.manifest.rows, rto, rpo,
    });
    return { rto, rpo };
  } finally {
    await dropDatabase(adminUrl, database);
  }
}

/** What killed drills left. Older than any drill lasts, so that two may run at once. */
async function dropLeftovers(adminUrl: string): Promise<void> {
  const { rows } = await withConnection(adminUrl, (client) =>
    client.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE datname ~ $1 AND pg_get_userbyid(datdba) = current_user', [`^${prefix}\\d+_\\d+$`]),
  );
  for (const { name } of rows) if (Date.now() - Number(name.split('_')[2]) > 24 * 3600 * 1000) await dropDatabase(adminUrl, name);
}
