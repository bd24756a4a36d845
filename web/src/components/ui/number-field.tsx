import { formatDecimal } from '@/lib/format.js';
import { readNumber } from '@/lib/typed/read-number.js';
import type { Unread } from '@/lib/typed/unread.js';
import { useTypedProblems } from '@/lib/typed/use-typed-problems.js';
import type { FieldProps } from './field.js';
import { TypedField, useTypedText } from './typed-field.js';

export interface NumberFieldProps extends FieldProps {
  value: number | Unread | null;
  onChange: (value: number | Unread | null) => void;
  minValue?: number;
  maxValue?: number;
  placeholder?: string;
}

/** A whole number. What is out of range is refused, not moved into it; a required one is not taken for empty. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, minValue = 0, maxValue = 999_999_999, isRequired = false } = props;
  const problems = useTypedProblems();
  const { text, isTyped, type } = useTypedText<number, Unread>(value, (number) => number === null ? '' : ungrouped(String(number)));
  const read = readNumber(text);
  const problemOf = (typed: string, found: typeof read) => {
    if (typed.trim() === '') return isRequired ? problems.needed() : undefined;
    if (!found || !/^-?\d+$/.test(found.text)) return problems.notWhole();
    const number = Number(found.text);
    return number < minValue || number > maxValue ? problems.notInRange(minValue, maxValue) : undefined;
  };
  const change = (next: string) => {
    const found = readNumber(next);
    const told = problemOf(next, found) ? { unread: next } : found && Number(found.text);
    type(next, told);
    onChange(told);
  };
  const problem = problemOf(text, read);
  return <TypedField {...props} text={text} onText={change} problem={problem} echo={read && !problem && isTyped && !read.isPlain ? ungrouped(read.text) : undefined} />;
}

function ungrouped(decimal: string): string {
  return formatDecimal(decimal, { isGrouped: false });
}
