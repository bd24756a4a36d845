import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PublishedChange } from './published-change.js';

const PER_WORKSPACE_MAX = 500;
const WORKSPACES_MAX = 2000;

interface Recent {
  /** The place before the first of them. */
  start: string;
  changes: PublishedChange[];
}

/**
 * What this process has heard of late, so that a stream that broke goes on where it was. Of each workspace the last hundreds, of the workspaces those
 * where something happened last. Who asks for a place that is not in there has to fetch anew.
 */
export class RecentChanges {
  private readonly byWorkspace = new LRUCache<string, Recent>({ max: WORKSPACES_MAX, dispose: (_recent, _workspace, reason) => {
    if (reason === 'evict') this.beginning = randomUUID();
  } });
  /** The place of who was here before anything happened in the workspace; another one after each gap in what is heard. */
  private beginning = randomUUID();

  add(change: PublishedChange): void {
    const recent = this.byWorkspace.get(change.workspaceId) ?? { start: this.beginning, changes: [] };
    recent.changes.push(change);
    if (recent.changes.length > PER_WORKSPACE_MAX) recent.start = recent.changes.shift()?.id ?? recent.start;
    this.byWorkspace.set(change.workspaceId, recent);
  }

  /** Nothing was heard for a while: no place before is worth anything. */
  forget(): void {
    this.byWorkspace.clear();
    this.beginning = randomUUID();
  }

  /** Where a stream that begins now stands. */
  place(workspaceId: string): string {
    const recent = this.byWorkspace.get(workspaceId);
    return recent?.changes.at(-1)?.id ?? recent?.start ?? this.beginning;
  }

  /** What happened after a place; null when that is not known. */
  after(workspaceId: string, place: string): PublishedChange[] | null {
    const recent = this.byWorkspace.get(workspaceId);
    if (!recent) return place === this.beginning ? [] : null;
    if (place === recent.start) return [...recent.changes];
    const index = recent.changes.findLastIndex(({ id }) => id === place);
    return index < 0 ? null : recent.changes.slice(index + 1);
  }
}
