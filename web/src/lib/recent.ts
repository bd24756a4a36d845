import { useEffect, useSyncExternalStore } from 'react';
import type { RecordKind } from '@/lib/api/api-types.js';
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

/** For a record page: "seen just now". */
export function useRememberRecent(record: RecentRecord | undefined): void {
  const { workspace, user } = useSession();
  const { kind, id, title, subtitle } = record ?? {};
  useEffect(() => {
    if (kind && id && title) remember(keyOf(workspace.id, user.id), { kind, id, title, ...(subtitle ? { subtitle } : {}) });
  }, [workspace.id, user.id, kind, id, title, subtitle]);
}

function keyOf(workspaceId: string, userId: string): string {
  return `recent:${userId}:${workspaceId}`;
}

function remember(key: string, record: RecentRecord): void {
  const next = [record, ...read(key).filter(({ id }) => id !== record.id)].slice(0, KEPT);
  localStorage.setItem(key, JSON.stringify(next));
  listeners.forEach((listener) => listener());
}

/** The same text gives the same list, so that nothing is drawn again. */
function read(key: string): readonly RecentRecord[] {
  const text = localStorage.getItem(key) ?? '[]';
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
