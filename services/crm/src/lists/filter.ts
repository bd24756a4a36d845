import type { Actor } from '@crm-vision/common/context';
import { readable } from '../access/readable.js';
import { phoneFragment } from '../fields/phone-text.js';
import type { RecordKind } from '../writes/record-kind.js';
import { comparison } from './comparison.js';
import { checkCost, type Spent, workOf } from './filter-cost.js';
import type { Condition, Filter, ListField, ListSource } from './list-field.js';
import { InvalidFilterError } from './list.errors.js';
import type { Parameters } from './parameters.js';

interface Scope {
  actor: Actor;
  source: ListSource;
  parameters: Parameters;
  candidates?: CompiledFilter['candidates'];
  spent: Spent[];
}

const CONDITIONS_MAX = 50;
const DEPTH_MAX = 5;

/** What a filter is in SQL. */
export interface CompiledFilter {
  /** A condition on the row `r`. */
  condition: string;
  /** An expression that yields the ids of the rows that can pass it, `most` of them, null for all: when an index finds them. */
  candidates?: (most: number | null) => string;
}

/** A filter as an SQL condition on the row `r`. Names of fields and ops come from our own tables only, values are parameters. */
export function compileFilter(actor: Actor, filter: Filter | null, source: ListSource, parameters: Parameters): CompiledFilter {
  if (!filter) return { condition: 'true' };
  checkSize(filter);
  const scope: Scope = { actor, source, parameters, spent: [] };
  const compiled = { condition: compile(filter, scope, true), ...(scope.candidates && { candidates: scope.candidates }) };
  checkCost(scope.spent);
  return compiled;
}

function checkSize(filter: Filter): void {
  if (countConditions(filter, 1) > CONDITIONS_MAX) throw new InvalidFilterError('TOO_MANY_CONDITIONS', `A filter has ${CONDITIONS_MAX} conditions at most.`);
}

function countConditions(filter: Filter, depth: number): number {
  if (depth > DEPTH_MAX) throw new InvalidFilterError('TOO_DEEP', `A filter is ${DEPTH_MAX} levels deep at most.`);
  if ('field' in filter) return 1;
  return membersOf(filter).reduce((sum, member) => sum + countConditions(member, depth + 1), 0);
}

/** `holds`: no row passes the whole filter without passing this part of it. */
function compile(filter: Filter, scope: Scope, holds: boolean): string {
  if ('field' in filter) return compileCondition(filter, scope, holds);
  const parts = membersOf(filter).map((member) => compile(member, scope, holds && 'and' in filter));
  return `(${parts.join('and' in filter ? ' and ' : ' or ')})`;
}

function membersOf(group: Exclude<Filter, Condition>): readonly Filter[] {
  const members = 'and' in group ? group.and : group.or;
  if (members.length === 0) throw new InvalidFilterError('EMPTY_GROUP', 'A group of conditions holds at least one.');
  return members;
}

function compileCondition({ field: name, op, values }: Condition, scope: Scope, holds: boolean): string {
  const { actor, source, parameters, spent } = scope;
  const field = Object.hasOwn(source.fields, name) ? source.fields[name] : undefined;
  if (!field) throw new InvalidFilterError('UNKNOWN_FIELD', `There is no field "${name}" to filter by; there are ${Object.keys(source.fields).join(', ')}.`);
  const access = (kind: RecordKind, alias: string): string => readable(actor, { kind, alias, parameters });
  const positive = (positiveOp: string): string => {
    const meant = field.keyOf && (positiveOp === 'eq' || positiveOp === 'in') ? values.map(field.keyOf) : values;
    const one = (sql: string): string => comparison({ name, field: { ...field, sql }, op: positiveOp, values: meant, timeZone: actor.timeZone, country: actor.country, parameters });
    const others = field.also?.[positiveOp as 'contains'] ?? [];
    const condition = others.length > 0 ? `(${[field.sql, ...others].map(one).join(' or ')})` : one(field.sql);
    return positiveOp === 'isNotNull' && field.present !== undefined ? condition : (field.among?.(condition, access) ?? condition);
  };
  spent.push({ field: name, work: workOf(field, op) });
  switch (op) {
    case 'ne': return `(${positive('eq')}) is not true`;
    case 'notIn': return `(${positive('in')}) is not true`;
    case 'isNull': return `(${positive('isNotNull')}) is not true`;
    case 'contains': return containing(field, positive(op), values[0] ?? '', scope, holds);
    default: return `(${positive(op)})`;
  }
}

/** A trigram has three letters: shorter texts find no help in the index. */
const TRIGRAM = 3;

/** The trigram index of the search role finds the candidates, where all depends on this condition. Elsewhere the text that it stands on says no at once. */
function containing({ searched, type }: ListField, condition: string, value: string, scope: Scope, holds: boolean): string {
  const { source: { table }, parameters } = scope;
  const text = type === 'phone' ? phoneFragment(value) : value.trim();
  if (!searched || text.length < TRIGRAM) return `(${condition})`;
  if (!holds || scope.candidates) return `(position((select crm.fold(${parameters.add(text, 'text')})) in r.search) > 0 and ${condition})`;
  const pattern = parameters.add(escapeLike(text), 'text');
  scope.candidates = (most) => `crm.${table}_matching('%' || crm.fold(${pattern}) || '%', '{}', ${most ?? 'null'})`;
  return `(${condition})`;
}

export function escapeLike(value: string): string {
  return value.replace(/[\\%_]/g, '\\$&');
}
