import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useSyncExternalStore } from 'react';
import type { Filter } from '@/lib/filter/filter.js';
import { readFilter, UNREADABLE } from '@/lib/filter/read-filter.js';
import { useSession } from '@/lib/session/session.js';
import { deviceMemory } from '@/lib/storage.js';

/** What a person chose for a list: filter, order, view. What is open in the side panel is no choice. */
export interface ListChoice {
  filter?: Filter;
  sort?: string;
  view?: string;
  tab?: string;
  pipeline?: string;
}

const parts = new Set(['filter', 'sort', 'view', 'tab', 'pipeline']);
const none: ListChoice = {};
const listeners = new Set<() => void>();
const known = new Map<string, { text: string; choice: ListChoice }>();

/** For a link to a list: as this person left it in this workspace, on this device. An address that says more is followed as it is. */
export function useRememberedSearch(path: string): ListChoice {
  const key = useKey()(path);
  return useSyncExternalStore(subscribe, () => read(key));
}

/** The same for keys and commands. */
export function useGoTo(): (path: string) => void {
  const navigate = useNavigate();
  const keyOf = useKey();
  return (path) => void navigate({ to: path, search: read(keyOf(path)) });
}

interface ChangeOptions {
  /** Found again when the person comes back. A link that a colleague sent is none: it shows what it says, and changes nothing here. */
  isChoice?: boolean;
  replace?: boolean;
}

/** Changes what the address of a list says. */
export function useChangeSearch(): (part: object, options?: ChangeOptions) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const key = useKey()(pathname);
  return useCallback((part, { isChoice = false, replace = false } = {}) => {
    const merge = (before: object) => {
      const next = { ...before, ...part };
      if (isChoice) remember(key, next);
      return next as never;
    };
    void navigate({ to: '.', search: merge, replace, resetScroll: false });
  }, [key, navigate]);
}

function remember(key: string, search: object): void {
  const isChosen = ([name, value]: [string, unknown]) => parts.has(name) && value !== undefined && (name !== 'filter' || readFilter(value) !== UNREADABLE);
  const chosen = Object.fromEntries(Object.entries(search).filter(isChosen));
  deviceMemory.set(key, JSON.stringify(chosen));
  listeners.forEach((listener) => listener());
}

function useKey(): (path: string) => string {
  const { user, workspace } = useSession();
  return (path) => `list:${user.id}:${workspace.id}:${path}`;
}

/** The same text gives the same choice, so that nothing is drawn again. */
function read(key: string): ListChoice {
  const text = deviceMemory.get(key) ?? '{}';
  const before = known.get(key);
  if (before?.text === text) return before.choice;
  const choice = parse(text);
  known.set(key, { text, choice });
  return choice;
}

function parse(text: string): ListChoice {
  try {
    return JSON.parse(text) as ListChoice;
  } catch {
    return none;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
