import { addDays, dayIn, endOfDay, isDay, startOfDay } from '../days/day.js';
import { unusualDigits } from '../money/currency.js';
import { phoneBeginning, phoneFragment } from '../fields/phone-text.js';
import { callingCodeOf, readPhone } from '../fields/phone.js';
import { checkValue, readWithin, scaled, toUtc } from './filter-values.js';
import type { FieldType, ListField } from './list-field.js';
import { InvalidFilterError } from './list.errors.js';
import type { Parameters } from './parameters.js';

/** One condition that is not a negation. */
export interface Comparison {
  name: string;
  field: ListField;
  op: string;
  values: readonly string[];
  /** Where days begin and end. */
  timeZone: string;
  /** Whose phone numbers need no country code; empty: none is known. */
  country: string;
  parameters: Parameters;
}

const ORDER = ['lt', 'lte', 'gt', 'gte', 'between'];
/** The operations of each type that are not negations. */
export const opsOf: Readonly<Record<FieldType, readonly string[]>> = {
  text: ['eq', 'in', 'contains', 'startsWith', 'isNotNull', 'lt', 'lte', 'gt', 'gte', 'between'],
  phone: ['eq', 'in', 'contains', 'startsWith', 'isNotNull'],
  word: ['eq', 'in', 'isNotNull'],
  id: ['eq', 'in', 'isNotNull'],
  instant: ['eq', 'isNotNull', 'within', ...ORDER],
  day: ['eq', 'in', 'isNotNull', 'within', ...ORDER],
  integer: ['eq', 'in', 'isNotNull', ...ORDER],
  money: ['eq', 'isNotNull', ...ORDER],
  boolean: ['eq', 'isNotNull'],
};
const signs: Readonly<Record<string, string>> = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' };
const sqlTypes: Readonly<Record<FieldType, string>> = {
  text: 'text', phone: 'text', word: 'text', id: 'uuid', instant: 'timestamptz', day: 'date', integer: 'int', money: 'bigint', boolean: 'boolean',
};
/** Sorts behind every character that people write. */
const LAST = 'chr(1114111)';
const IN_MAX = 200;

export function comparison(condition: Comparison): string {
  const { name, field, op, values } = condition;
  if (!opsOf[field.type].includes(op)) throw new InvalidFilterError('UNKNOWN_OP', `"${name}" cannot be compared by "${op}".`);
  checkNumberOfValues(condition);
  if (op === 'isNotNull') return field.present ?? `${field.sql} is not null`;
  if (op === 'within') return within(condition);
  for (const value of values) checkValue(name, field.type, value, field.words);
  if (op === 'between') return `(${compare(condition, 'gte', values[0] ?? '')} and ${compare(condition, 'lte', values[1] ?? '')})`;
  // One value is an equation, which keeps the order of an index behind it.
  if (op === 'in' && values.length > 1) return among(condition);
  return compare(condition, op === 'in' ? 'eq' : op, values[0] ?? '');
}

function checkNumberOfValues({ name, op, values }: Comparison): void {
  const [min, max] = op === 'isNotNull' ? [0, 0] : op === 'between' ? [2, 2] : op === 'in' ? [1, IN_MAX] : [1, 1];
  if (values.length >= min && values.length <= max) return;
  const expected = min === max ? String(min) : `${min} to ${max}`;
  throw new InvalidFilterError('INVALID_VALUE', `The condition on "${name}" takes ${expected} values.`);
}

function among(condition: Comparison): string {
  const { field, values, parameters } = condition;
  if (field.type === 'text') return `${field.sql} = any (array(select crm.fold(v) from unnest(${parameters.add(values, 'text[]')}) as v))`;
  if (field.type === 'phone') return samePhone(condition, values);
  return `${field.sql} = any (${parameters.add(values, `${sqlTypes[field.type]}[]`)})`;
}

function compare(condition: Comparison, op: string, value: string): string {
  const { field, parameters } = condition;
  switch (field.type) {
    case 'text': return textCondition(field, op, foldedValue(op, parameters.add(value.trim(), 'text')));
    case 'phone': return phoneCondition(condition, op, value);
    case 'money': return `${field.sql} ${signs[op]} ${minorUnits(field, value, parameters)}`;
    case 'instant': return instantCondition(condition, op, value);
    default: return `${field.sql} ${signs[op]} ${parameters.add(value, sqlTypes[field.type])}`;
  }
}

/** Finds what search finds: a number in any spelling, with the country code or without. */
function phoneCondition(condition: Comparison, op: string, value: string): string {
  const { field, country, parameters } = condition;
  if (op === 'eq') return samePhone(condition, [value]);
  if (op === 'contains') return `position(${parameters.add(phoneFragment(value), 'text')} in crm.digits(${field.sql})) > 0`;
  return `crm.digits(${field.sql}) ~ ${parameters.add(phoneBeginning(value, callingCodeOf(country)), 'text')}`;
}

/** As the number that it is, and by its mere digits. */
function samePhone({ field, country, parameters }: Comparison, values: readonly string[]): string {
  const digits = values.flatMap((value) => {
    const read = readPhone(value, country);
    return [phoneFragment(value), ...('number' in read ? [phoneFragment(read.number)] : [])];
  });
  return `crm.digits(${field.sql}) = any (${parameters.add(digits, 'text[]')})`;
}

/** For parts, which no index finds, folded once: PostgreSQL would do it for each row. An index takes bounds as they come. */
const foldedValue = (op: string, value: string): string => (op === 'contains' ? `(select crm.fold(${value}))` : `crm.fold(${value})`);

/** Ranges by bytes, so that a btree index serves beginnings; parts by position(), which needs no escaping. */
function textCondition({ sql, present = 'true' }: Pick<ListField, 'sql' | 'present'>, op: string, value: string): string {
  if (op === 'eq') return `${sql} = ${value}`;
  if (op === 'contains') return `position(${value} in ${sql}) > 0`;
  if (op === 'startsWith') return `(${sql} collate "C" >= ${value} and ${sql} collate "C" < ${value} || ${LAST})`;
  return `(${present} and ${sql} collate "C" ${signs[op]} ${value})`;
}

/** A day stands for all its instants. */
function instantCondition({ field: { sql }, timeZone, parameters }: Comparison, op: string, value: string): string {
  const instant = (at: string): string => parameters.add(at, 'timestamptz');
  if (!isDay(value)) return `${sql} ${signs[op]} ${instant(toUtc(value)!)}`;
  if (op === 'eq') return `(${sql} >= ${instant(startOfDay(timeZone, value))} and ${sql} < ${instant(endOfDay(timeZone, value))})`;
  if (op === 'lte') return `${sql} < ${instant(endOfDay(timeZone, value))}`;
  if (op === 'gt') return `${sql} >= ${instant(endOfDay(timeZone, value))}`;
  return `${sql} ${signs[op]} ${instant(startOfDay(timeZone, value))}`;
}

function within({ name, field: { sql, type }, values, timeZone, parameters }: Comparison): string {
  const today = dayIn(timeZone, new Date()).date;
  const [from, to] = readWithin(name, values[0] ?? '').map((days) => addDays(today, days)) as [string, string];
  return type === 'day'
    ? `${sql} between ${parameters.add(from, 'date')} and ${parameters.add(to, 'date')}`
    : `(${sql} >= ${parameters.add(startOfDay(timeZone, from), 'timestamptz')} and ${sql} < ${parameters.add(endOfDay(timeZone, to), 'timestamptz')})`;
}

/** The value in minor units of each row's own currency; no amount equals one that is finer than its currency. */
function minorUnits(field: ListField, value: string, parameters: Parameters): string {
  const cases = unusualDigits.map(({ digits, currencies }) =>
    `when ${field.currencySql} = any (${parameters.add(currencies, 'text[]')}) then ${parameters.add(scaled(value, digits), 'numeric')}`);
  return `case ${cases.join(' ')} else ${parameters.add(scaled(value, 2), 'numeric')} end`;
}
