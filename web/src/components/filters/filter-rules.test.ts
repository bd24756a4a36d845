import { describe, expect, it } from '@jest/globals';
import { isComplete, newCondition, opsOf, withOp, type FilterField } from './filter-field.js';
import { prune } from './prune.js';
import { formatRelativeDays, parseRelative } from './relative-days.js';

const name: FilterField = { id: 'name', label: 'Name', type: 'text' };
const created: FilterField = { id: 'createdAt', label: 'Created', type: 'instant', always: true };

describe('the rules of filters', () => {
  it('offers "is empty" only where a field can be', () => {
    expect(opsOf(name)).toContain('isNull');
    expect(opsOf(created)).not.toContain('isNull');
  });

  it('keeps the answer when the new question takes one of the same shape', () => {
    expect(withOp({ field: 'name', op: 'contains', value: 'ada' }, 'startsWith')).toEqual({ field: 'name', op: 'startsWith', value: 'ada' });
    expect(withOp({ field: 'name', op: 'contains', value: 'ada' }, 'isNull')).toEqual({ field: 'name', op: 'isNull' });
    expect(withOp({ field: 'createdAt', op: 'within', value: '-7d' }, 'between')).toEqual({ field: 'createdAt', op: 'between' });
  });

  it('never sends half a condition', () => {
    expect(isComplete({ field: 'name', op: 'contains', value: '' })).toBe(false);
    expect(isComplete({ field: 'ownerId', op: 'in', value: [] })).toBe(false);
    expect(isComplete({ field: 'createdAt', op: 'between', value: ['2026-01-01', ''] })).toBe(false);
    expect(isComplete({ field: 'name', op: 'isNull' })).toBe(true);
    const half = { field: 'name', op: 'contains' as const };
    expect(prune({ or: [half, { and: [half] }] })).toBeUndefined();
    expect(prune({ or: [half, { field: 'name', op: 'isNull' }] })).toEqual({ field: 'name', op: 'isNull' });
  });

  it('starts a date with the likely answer, which stays true tomorrow', () => {
    expect(newCondition(created)).toEqual({ field: 'createdAt', op: 'within', value: '-7d' });
  });

  it.each(['-7d', '+30d', 'today'])('reads and writes %s', (value) => {
    const relative = parseRelative(value);
    expect(relative && formatRelativeDays(relative)).toBe(value);
  });

  it.each(['7d', '-d', 'later', '-12345d', undefined])('takes %p for no span of days', (value) => {
    expect(parseRelative(value)).toBeNull();
  });
});
