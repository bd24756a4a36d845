import type { ReactNode } from 'react';

/** One column of a list. The first one is the name: it stays in view and cannot be hidden. */
export interface ListColumn<T> {
  id: string;
  label: string;
  /** Pixels; the first column takes what is left. */
  width: number;
  /** The field of the API to sort by; absent: the header does not sort. */
  sort?: string;
  align?: 'start' | 'end';
  /** Shown only when a person asks for it. */
  hidden?: boolean;
  cell: (row: T) => ReactNode;
}

/** What stands in a row on a phone, where columns do not fit. */
export interface CardParts {
  /** The quiet second line. */
  detail?: ReactNode;
  /** At the end of the row. */
  end?: ReactNode;
}

export interface ListRow {
  id: string;
}

/** Kinds of records that have lists. */
export type ListKind = 'contact' | 'company' | 'deal' | 'task';
