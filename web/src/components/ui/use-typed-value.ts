import { useState } from 'react';
import type { Unread } from '@/lib/typed/unread.js';
import { useTypedText } from './typed-field.js';

interface TypedValue {
  value: string | null;
  onChange: (value: string | null) => void;
  read: (text: string) => string | null;
  show: (value: string | null) => string;
}

/** A text that is read while it is typed. As long as it makes no sense the value is the one from before: what stood there by accident on the way is not kept. */
export function useTypedValue({ value, onChange, read, show }: TypedValue) {
  const { text, isTyped, type } = useTypedText<string, Unread>(value, show);
  const [before, setBefore] = useState(value);
  const change = (next: string) => {
    const base = isTyped ? before : value;
    if (!isTyped) setBefore(value);
    const told = next.trim() === '' ? null : (read(next) ?? base);
    type(next, told);
    if (told !== value) onChange(told);
  };
  const found = read(text);
  return { text, isTyped, change, found, isUnread: found === null && text.trim() !== '' };
}
