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

/** Writes all columns of a locked row. `binned` moves it to or from the bin. */
export function updateStatement(type: Table, id: string, userId: string, columns: Readonly<Record<string, unknown>>, binned: boolean): Statement {
  const names = type.columns.map(snake);
  return {
    name: `${type.table}_update`,
    text: `update crm.${type.table} as r set version = r.version + 1, updated_at = now(), updated_by = $2::uuid,
        deleted_at = case when $4::boolean then coalesce(r.deleted_at, now()) end, deleted_by = case when $4::boolean then coalesce(r.deleted_by, $2::uuid) end,
        ${names.map((name) => `${name} = n.${name}`).join(', ')}
      from jsonb_populate_record(null::crm.${type.table}, $3::jsonb) n where r.workspace_id = crm.current_workspace() and r.id = $1::uuid
      returning ${recordColumns(type)}`,
    values: [id, userId, toJson(columns), binned],
  };
}
