import { useSyncExternalStore } from 'react';
import type { ConflictAnswer, FieldConflict } from './save-record.js';

export interface ConflictQuestion {
  conflicts: FieldConflict[];
  /** Who saved first; empty where that is not known. */
  changedBy: string;
  answer: (answer: ConflictAnswer) => void;
}

let open: readonly ConflictQuestion[] = [];
const listeners = new Set<() => void>();

/** Shows the conflict dialog, wherever the person is, and waits for the choice. */
export function askConflict(conflicts: FieldConflict[], changedBy: string): Promise<ConflictAnswer> {
  return new Promise((resolve) => {
    const question: ConflictQuestion = {
      conflicts,
      changedBy,
      answer: (answer) => {
        replace(open.filter((other) => other !== question));
        resolve(answer);
      },
    };
    replace([...open, question]);
  });
}

export function useConflictQuestion(): ConflictQuestion | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open[0],
  );
}

function replace(next: readonly ConflictQuestion[]): void {
  open = next;
  listeners.forEach((listener) => listener());
}
