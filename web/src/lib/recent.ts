import { useRouterState } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import type { RecordKind } from '@/lib/api/api-types.js';
import { deviceMemory } from '@/lib/storage.js';
import { useSession } from '@/lib/session/session.js';

export interface RecentRecord {
  kind: RecordKind;
  id: string;
  title: string;
  subtitle?: string;
}

const KEPT = 8;
const listeners = new Set<() => void>();
let shown: { text: string; records: readonly RecentRecord[] } = { text: '[]', records: [] };

/** The records that the person opened last in this workspace, on this device. */
export function useRecent(): readonly RecentRecord[] {
  const { workspace, user } = useSession();
  return useSyncExternalStore(subscribe, () => read(keyOf(workspace.id, user.id)));
}

const kinds: Record<string, RecordKind> = { contacts: 'contact', companies: 'company', deals: 'deal' };

/** For the page of a record: it is what the person looks at now. */
export function useRememberRecord(title: string): void {
  const { workspace, user } = useSession();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const [, place = '', id] = pathname.split('/');
    const kind = kinds[place];
    if (kind && id) remember(keyOf(workspace.id, user.id), { kind, id, title });
  }, [workspace.id, user.id, pathname, title]);
}

function keyOf(workspaceId: string, userId: string): string {
  return `recent:${userId}:${workspaceId}`;
}

function remember(key: string, record: RecentRecord): void {
  const next = [record, ...read(key).filter(({ id }) => id !== record.id)].slice(0, KEPT);
  deviceMemory.set(key, JSON.stringify(next));
  listeners.forEach((listener) => listener());
}

/** The same text gives the same list, so that nothing is drawn again. */
function read(key: string): readonly RecentRecord[] {
  const text = deviceMemory.get(key) ?? '[]';
  if (text !== shown.text) shown = { text, records: parse(text) };
  return shown.records;
}

function parse(text: string): RecentRecord[] {
  try {
    return JSON.parse(text) as RecentRecord[];
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
