import type { Statement } from '@crm-vision/common/database';
import type { RecordType } from './record-type.js';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const stamps = ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'deletedAt', 'deletedBy'];

type Table = Pick<RecordType<object>, 'table' | 'columns'>;

/** Columns of a row under their camelCase names. */
export function rowColumns(names: readonly string[], alias = 'r'): string {
  return names.map((name) => `${alias}.${snake(name)}${/[A-Z]/.test(name) ? ` as "${name}"` : ''}`).join(', ');
}

/** All that a record is: what `RecordRow` holds. */
export function recordColumns({ columns }: Pick<Table, 'columns'>, alias = 'r'): string {
  return rowColumns([...stamps, ...columns], alias);
}

function toJson(columns: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(columns).map(([name, value]) => [snake(name), value])));
}

export function insertStatement(type: Table, [workspaceId, id, userId]: readonly [string, string, string], columns: Readonly<Record<string, unknown>>): Statement {
  const names = type.columns.map(snake);
  return {
    name: `${type.table}_insert`,
    text: `insert into crm.${type.table} as r (workspace_id, id, created_by, updated_by, ${names.join(', ')})
      select $1::uuid, $2::uuid, $3::uuid, $3::uuid, ${names.map((name) => `n.${name}`).join(', ')} from jsonb_populate_record(null::crm.${type.table}, $4::jsonb) n
      returning ${recordColumns(type)}`,
    values: [workspaceId, id, userId, toJson(columns)],
  };
}

/** What a locked row becomes: all its columns, and whether it is in the bin. */
export interface RowUpdate {
  id: string;
  columns: Readonly<Record<string, unknown>>;
  binned: boolean;
}

/** Writes locked rows, however many, in one statement. They come back in any order. */
export function updateStatement(type: Table, userId: string, updates: readonly RowUpdate[]): Statement {
  const rows = updates.map(({ id, columns, binned }) => `{"id":${JSON.stringify(id)},"binned":${binned},"columns":${toJson(columns)}}`);
  return {
    name: `${type.table}_update`,
    text: `update crm.${type.table} as r set version = r.version + 1, updated_at = now(), updated_by = $1::uuid,
        deleted_at = case when n.to_bin then coalesce(r.deleted_at, now()) end, deleted_by = case when n.to_bin then coalesce(r.deleted_by, $1::uuid) end,
        ${type.columns.map(snake).map((name) => `${name} = n.${name}`).join(', ')}
      from (select (u->>'id')::uuid as row_id, (u->>'binned')::boolean as to_bin, c.* from jsonb_array_elements($2::jsonb) u, jsonb_populate_record(null::crm.${type.table}, u->'columns') c) n
      where r.workspace_id = crm.current_workspace() and r.id = n.row_id and r.id = any ($3::uuid[])
      returning ${recordColumns(type)}`,
    // The ids again: from JSON alone the planner expects so many rows that it reads the whole table.
    values: [userId, `[${rows.join(',')}]`, updates.map(({ id }) => id)],
  };
}
