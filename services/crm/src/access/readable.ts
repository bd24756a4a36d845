import type { Actor } from '@crm-vision/common/context';
import type { Parameters } from '../lists/parameters.js';
import type { RecordKind } from '../writes/record-kind.js';
import { isManager, may } from './roles.js';

/** Rows of which kind, under which alias, in a statement with which parameters. */
export interface AccessScope {
  kind: RecordKind;
  alias: string;
  parameters: Parameters;
}

/**
 * The access filter: the SQL condition for the rows that the actor may read. Every read, count, search and lock of records passes it, beside the wall
 * between workspaces. What it hides does not exist for the caller. Rules narrower than a role (own, team, shared) belong here, by the scope's kind.
 */
export function readable(actor: Actor, scope: AccessScope): string {
  if (!may(actor, 'records.read')) return 'false';
  return scope.kind === 'note' ? readableNote(actor, scope) : 'true';
}

/** What its author threw away is gone for everybody who could not have thrown it away. */
function readableNote(actor: Actor, { alias, parameters }: AccessScope): string {
  if (isManager(actor)) return 'true';
  return `(${alias}.deleted_at is null or ${alias}.created_by = ${parameters.add(actor.userId, 'uuid')})`;
}

/**
 * Joins the record that a row names, as far as the actor may read it; else its columns are null. Looked up row by row: for a page of rows the planner would
 * read the whole table rather than ask its index fifty times.
 */
export function joinReadable(actor: Actor, scope: AccessScope, id: string): string {
  const { kind, alias } = scope;
  return `left join lateral (select ${alias}.* from crm.${kind} ${alias} where ${alias}.id = ${id} and ${readable(actor, scope)} offset 0) ${alias} on true`;
}
