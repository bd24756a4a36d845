import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import type { Membership, Workspace } from './workspace.js';

interface WorkspaceRow {
  id: string;
  name: string;
  slug: string;
  time_zone: string;
  locale: string;
  country: string;
  version: number;
}

interface MembershipRow extends WorkspaceRow {
  role: Membership['role'];
}

const LIST_OF = { name: 'workspaces_of', text: 'select id, name, slug, role, time_zone, locale, country, version from auth.memberships_of($1)' };
const GET = { name: 'workspace_get', text: 'select id, name, slug, time_zone, locale, country, version from workspace where id = $1 for update' };
const CREATE = {
  name: 'workspace_create',
  text: 'insert into workspace (id, name, slug, time_zone, locale, country) values ($1, $2, $3, $4, $5, $6) on conflict (slug) do nothing returning id',
};
const SAVE = { name: 'workspace_save', text: 'update workspace set name = $2, time_zone = $3, locale = $4, country = $5, version = $6 where id = $1' };

function toWorkspace({ time_zone: timeZone, ...row }: WorkspaceRow): Workspace {
  return { ...row, timeZone };
}

@Injectable()
export class WorkspacesRepository {
  constructor(private readonly database: Database) {}

  /** The workspaces of a person, by name: looks over the wall by a function that shows nothing else. */
  async listOf(userId: string): Promise<Membership[]> {
    const rows = await this.database.readGlobal<MembershipRow>({ ...LIST_OF, values: [userId] });
    return rows.map(({ role, ...row }) => ({ ...toWorkspace(row), role }));
  }

  /** Locked until the transaction ends. */
  async getForUpdate(workspaceId: string): Promise<Workspace> {
    const [row] = await this.database.transaction(workspaceId, (transaction) => transaction.query<WorkspaceRow>({ ...GET, values: [workspaceId] }));
    if (!row) throw new Error('A member has a workspace that is not there.');
    return toWorkspace(row);
  }

  /** False when the slug is taken. */
  async create({ id, name, slug, timeZone, locale, country }: Workspace): Promise<boolean> {
    const rows = await this.database.transaction(id, (transaction) => transaction.query({ ...CREATE, values: [id, name, slug, timeZone, locale, country] }));
    return rows.length === 1;
  }

  async save({ id, name, timeZone, locale, country, version }: Workspace): Promise<void> {
    await this.database.transaction(id, (transaction) => transaction.query({ ...SAVE, values: [id, name, timeZone, locale, country, version] }));
  }
}
