import type { Actor } from '@crm-vision/common/context';
import { readable } from '../access/readable.js';
import { phoneFragment } from '../fields/phone-text.js';
import type { RecordKind } from '../writes/record-kind.js';
import { comparison } from './comparison.js';
import type { Condition, Filter, ListField, ListSource } from './list-field.js';
import { InvalidFilterError } from './list.errors.js';
import type { Parameters } from './parameters.js';

interface Scope {
  actor: Actor;
  source: ListSource;
  parameters: Parameters;
}

const CONDITIONS_MAX = 50;
const DEPTH_MAX = 5;

/** A filter as an SQL condition on the row `r`. Names of fields and ops come from our own tables only, values are parameters. */
export function compileFilter(actor: Actor, filter: Filter | null, source: ListSource, parameters: Parameters): string {
  if (!filter) return 'true';
  checkSize(filter);
  return compile(filter, { actor, source, parameters });
}

function checkSize(filter: Filter): void {
  if (countConditions(filter, 1) > CONDITIONS_MAX) throw new InvalidFilterError('TOO_MANY_CONDITIONS', `A filter has ${CONDITIONS_MAX} conditions at most.`);
}

function countConditions(filter: Filter, depth: number): number {
  if (depth > DEPTH_MAX) throw new InvalidFilterError('TOO_DEEP', `A filter is ${DEPTH_MAX} levels deep at most.`);
  if ('field' in filter) return 1;
  return membersOf(filter).reduce((sum, member) => sum + countConditions(member, depth + 1), 0);
}

function compile(filter: Filter, scope: Scope): string {
  if ('field' in filter) return compileCondition(filter, scope);
  const parts = membersOf(filter).map((member) => compile(member, scope));
  return `(${parts.join('and' in filter ? ' and ' : ' or ')})`;
}

function membersOf(group: Exclude<Filter, Condition>): readonly Filter[] {
  const members = 'and' in group ? group.and : group.or;
  if (members.length === 0) throw new InvalidFilterError('EMPTY_GROUP', 'A group of conditions holds at least one.');
  return members;
}

function compileCondition({ field: name, op, values }: Condition, { actor, source, parameters }: Scope): string {
  const field = Object.hasOwn(source.fields, name) ? source.fields[name] : undefined;
  if (!field) throw new InvalidFilterError('UNKNOWN_FIELD', `There is no field "${name}" to filter by; there are ${Object.keys(source.fields).join(', ')}.`);
  const access = (kind: RecordKind, alias: string): string => readable(actor, { kind, alias, parameters });
  const positive = (positiveOp: string): string => {
    const meant = field.keyOf && (positiveOp === 'eq' || positiveOp === 'in') ? values.map(field.keyOf) : values;
    const one = (sql: string): string => comparison({ name, field: { ...field, sql }, op: positiveOp, values: meant, timeZone: actor.timeZone, country: actor.country, parameters });
    const others = field.also?.[positiveOp as 'contains'] ?? [];
    const condition = others.length > 0 ? `(${[field.sql, ...others].map(one).join(' or ')})` : one(field.sql);
    const whole = positiveOp === 'isNotNull' && field.present !== undefined ? condition : (field.among?.(condition, access) ?? condition);
    return positiveOp === 'contains' ? whole + candidates(field, source, values[0] ?? '', parameters) : whole;
  };
  switch (op) {
    case 'ne': return `(${positive('eq')}) is not true`;
    case 'notIn': return `(${positive('in')}) is not true`;
    case 'isNull': return `(${positive('isNotNull')}) is not true`;
    default: return `(${positive(op)})`;
  }
}

/** A trigram has three letters: shorter texts find no help in the index. */
const TRIGRAM = 3;

/** Lets the trigram index of the search role find the candidates; the condition itself still decides. */
function candidates({ searched, type }: ListField, { table }: ListSource, value: string, parameters: Parameters): string {
  const text = type === 'phone' ? phoneFragment(value) : value.trim();
  if (!searched || text.length < TRIGRAM) return '';
  return ` and r.id in (select crm.${table}_matching('%' || crm.fold(${parameters.add(escapeLike(text), 'text')}) || '%', '{}', null))`;
}

export function escapeLike(value: string): string {
  return value.replace(/[\\%_]/g, '\\$&');
}
