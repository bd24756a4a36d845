import { useSyncExternalStore } from 'react';
import { api } from '@/lib/api/api-client.js';
import { changeSetMade, changeSetSettled } from '@/lib/api/api-context.js';
import { ApiError } from '@/lib/api/api-error.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';

const KEPT = 50;
let stack: readonly string[] = [];
const listeners = new Set<() => void>();

/** Changes made in this tab, newest last. */
export const undoStack = {
  push: (id: string) => replace([...stack.filter((other) => other !== id), id].slice(-KEPT)),
  remove: (id: string) => replace(stack.filter((other) => other !== id)),
  has: (id: string) => stack.includes(id),
  last: () => stack.at(-1),
  clear: () => replace([]),
};

changeSetMade.on((id) => undoStack.push(id));
// Undone here, in another tab, or by somebody else.
changeSetSettled.on((id) => undoStack.remove(id));

export function useCanUndo(): boolean {
  return useSyncExternalStore(subscribe, () => stack.length > 0);
}

/** Reverts one change, or the last one. Null when there is nothing to undo. What was changed since is kept and listed. */
export async function undo(id = undoStack.last()): Promise<Schemas['UndoResult'] | null> {
  if (!id) return null;
  try {
    const { data, changeSetId } = await api.post('/change-sets/{id}/undo', { path: { id } });
    changeSetSettled.emit(id);
    // Undoing an undo is not what the next Ctrl+Z means.
    if (changeSetId) undoStack.remove(changeSetId);
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    return data;
  } catch (error) {
    if (error instanceof ApiError && error.status < 500 && error.status > 0) changeSetSettled.emit(id);
    throw error;
  }
}

function replace(next: readonly string[]): void {
  stack = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
