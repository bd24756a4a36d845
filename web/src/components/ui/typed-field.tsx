import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Group, Input, TextField as AriaTextField } from 'react-aria-components';
import { afterPress } from '@/lib/after-press.js';
import { classNames } from '@/lib/class-names.js';
import { isUnread, type Unread } from '@/lib/typed/unread.js';
import { ariaFieldProps, controlClass, controlHeight, fieldClass, FieldHelp, FieldLabel, type FieldProps } from './field.js';

/** The text of a field whose value is read from it. Only a value that comes from outside replaces what is being typed. */
export function useTypedText<V, U extends Unread>(value: V | U | null, show: (value: V | null) => string) {
  const shown = isUnread(value) ? value.unread : show(value);
  const [text, setText] = useState(shown);
  const [isTyped, setTyped] = useState(false);
  const [known, setKnown] = useState<{ value: V | U | null; told: V | U | null }>({ value, told: value });
  if (!same(known.value, value)) {
    setKnown({ value, told: value });
    // Some have no place for what is unread, and hold nothing meanwhile.
    const isOwn = same(known.told, value) || (value === null && isUnread(known.told) && !isUnread(known.value));
    if (!isOwn) {
      setText(shown);
      setTyped(false);
    }
  }
  const type = (next: string, told: V | U | null) => {
    setText(next);
    setTyped(true);
    setKnown({ value: known.value, told });
  };
  return { text, isTyped, type };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface TypedFieldProps extends FieldProps {
  text: string;
  onText: (text: string) => void;
  /** Why the text was not read. Said when the person has finished, not while they are typing. */
  problem: string | undefined;
  /** What was understood, where another reading was possible. */
  echo?: string | undefined;
  placeholder?: string | undefined;
  inputMode?: 'decimal' | 'text';
  /** What the arrow keys do: up is 1. */
  onStep?: (step: 1 | -1) => void;
  end?: ReactNode;
}

/** Text that is read as something else. As long as it is not, the form around it holds back. */
export function TypedField(props: TypedFieldProps) {
  const { label, hint, error, hideLabel, isRequired, text, onText, problem, echo, placeholder, inputMode = 'decimal', onStep, end, autoFocus = false } = props;
  const [isFinished, setFinished] = useState(problem !== undefined && text !== '');
  const shownError = (isFinished ? problem : undefined) ?? error;
  const input = useRef<HTMLInputElement>(null);
  // Typing replaces the value, also when the field comes late because its code was on its way.
  useEffect(() => {
    if (autoFocus) input.current?.select();
  }, [autoFocus]);
  const change = (next: string) => {
    setFinished(false);
    onText(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'Tab') setFinished(true);
    if (!onStep || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? 1 : -1);
  };
  return (
    <AriaTextField
      {...ariaFieldProps({ ...props, error: shownError })}
      value={text}
      onChange={change}
      className={fieldClass}
      {...(problem === undefined ? {} : { 'data-unread': true })}
    >
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <Group className={classNames(controlClass, controlHeight, 'flex items-center gap-1', end !== undefined && 'pe-1')}>
        <Input
          ref={input}
          inputMode={inputMode}
          placeholder={placeholder ?? ''}
          onBlur={() => afterPress(() => setFinished(true))}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent outline-none tabular"
        />
        {end}
      </Group>
      <span aria-live="polite" className={classNames('text-xs text-muted tabular', !echo && 'sr-only')}>{echo && `= ${echo}`}</span>
      <FieldHelp hint={hint} error={shownError} />
    </AriaTextField>
  );
}
