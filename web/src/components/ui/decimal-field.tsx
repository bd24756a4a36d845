import type { ReactNode } from 'react';
import { formatDecimal } from '@/lib/format.js';
import { decimalProblemOf } from '@/lib/typed/decimal-problem.js';
import { readNumber } from '@/lib/typed/read-number.js';
import type { Unread } from '@/lib/typed/unread.js';
import { useTypedProblems } from '@/lib/typed/use-typed-problems.js';
import type { FieldProps } from './field.js';
import { TypedField, useTypedText } from './typed-field.js';

export interface DecimalFieldProps extends FieldProps {
  /** Decimal text such as "1234.5", whatever the person's notation is. */
  value: string | Unread | null;
  onChange: (value: string | Unread | null) => void;
  /** How many digits may stand behind the point, and before it. */
  digits: number;
  wholeDigits: number;
  isPositive?: boolean;
  /** Decimal text of how it could look, for who wrote something else. */
  example: string;
  end?: ReactNode;
}

/** A number without a currency, exact to its last digit. */
export function DecimalField(props: DecimalFieldProps) {
  const { value, onChange, digits, wholeDigits, isPositive = false, example } = props;
  const { decimalProblem } = useTypedProblems();
  const { text, isTyped, type } = useTypedText<string, Unread>(value, (decimal) => decimal ? ungrouped(decimal) : '');
  const read = readNumber(text);
  const problemOf = (typed: string, found = readNumber(typed)) =>
    typed.trim() === '' ? null : found ? decimalProblemOf(found.text, { digits, wholeDigits, isPositive }) : 'unreadable' as const;
  const change = (next: string) => {
    const found = readNumber(next);
    const told = problemOf(next, found) ? { unread: next } : (found?.text ?? null);
    type(next, told);
    onChange(told);
  };
  const problem = problemOf(text, read);
  return (
    <TypedField
      {...props}
      text={text}
      onText={change}
      problem={problem ? decimalProblem(problem, { digits, wholeDigits, example: ungrouped(example) }) : undefined}
      echo={read && !problem && isTyped && !read.isPlain ? ungrouped(read.text) : undefined}
    />
  );
}

/** Without groups there is only one way to read it. */
function ungrouped(decimal: string): string {
  return formatDecimal(decimal, { isGrouped: false });
}
