import type { Option } from '@/components/ui/list-box-option.js';
import type { Condition, FilterOp } from '@/lib/filter/filter.js';

export type FilterType = 'text' | 'phone' | 'choice' | 'member' | 'company' | 'day' | 'instant' | 'number' | 'money' | 'tags' | 'flag';

/** A field of the API that a list can be filtered by. */
export interface FilterField {
  id: string;
  label: string;
  type: FilterType;
  /** Of a choice. */
  options?: readonly Option[];
  /** Never empty, so that "is empty" is not offered. */
  always?: boolean;
}

const opsOfType: Record<FilterType, readonly FilterOp[]> = {
  text: ['contains', 'startsWith', 'eq', 'ne'],
  phone: ['contains', 'startsWith', 'eq'],
  choice: ['in', 'notIn'],
  member: ['in', 'notIn'],
  company: ['in', 'notIn'],
  day: ['within', 'lt', 'gt', 'between', 'eq'],
  instant: ['within', 'lt', 'gt', 'between'],
  number: ['gte', 'lte', 'eq', 'between'],
  money: ['gte', 'lte', 'between'],
  tags: ['in', 'notIn'],
  flag: ['eq'],
};

/** The questions that make sense for a field, the usual one first. */
export function opsOf({ type, always }: FilterField): readonly FilterOp[] {
  return always || type === 'flag' ? opsOfType[type] : [...opsOfType[type], 'isNull', 'isNotNull'];
}

/** Where one answer is the likely one it is there at once. What happened lies in the past, what is planned ahead. */
const usualAnswers: Partial<Record<FilterType, Condition['value']>> = { flag: true, instant: '-7d', day: '+30d' };

export function newCondition(field: FilterField): Condition {
  const op = opsOf(field)[0] ?? 'eq';
  const value = usualAnswers[field.type];
  return value === undefined ? { field: field.id, op } : { field: field.id, op, value };
}

export type ValueShape = 'none' | 'one' | 'list' | 'pair' | 'days';

export function shapeOf(op: FilterOp): ValueShape {
  if (op === 'isNull' || op === 'isNotNull') return 'none';
  if (op === 'within') return 'days';
  if (op === 'between') return 'pair';
  return op === 'in' || op === 'notIn' ? 'list' : 'one';
}

/** Another question keeps what still fits as its answer. */
export function withOp(condition: Condition, op: FilterOp): Condition {
  const { field, value } = condition;
  if (shapeOf(op) === 'none' || value === undefined || shapeOf(op) !== shapeOf(condition.op)) return { field, op };
  return { field, op, value };
}

/** Half-filled conditions are not asked: the list would jump while a person is still choosing. */
export function isComplete({ op, value }: Condition): boolean {
  switch (shapeOf(op)) {
    case 'none': return value === undefined;
    case 'list': return Array.isArray(value) && value.length > 0;
    case 'pair': return Array.isArray(value) && value.length === 2 && value.every((part) => part !== '');
    default: return value !== undefined && value !== '' && !Array.isArray(value);
  }
}
