import type { Database } from '@crm-vision/common/database';
import { auditSealed } from '../events.js';
import { listUnsealed, seal } from './queue.repository.js';

const WORKSPACES = 100;
const ENTRIES = 1000;

/** Seals what waits, workspace by workspace, each in a transaction of its own. True: there is more. */
export async function sealWaiting(database: Database): Promise<boolean> {
  const workspaces = await listUnsealed(database, WORKSPACES);
  let more = workspaces.length === WORKSPACES;
  for (const workspaceId of workspaces) {
    const sealed = await seal(database, workspaceId, ENTRIES);
    auditSealed(sealed);
    if (sealed === ENTRIES) more = true;
  }
  return more;
}
