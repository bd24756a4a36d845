import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PublishedChange } from './published-change.js';
import { RecentChanges } from './recent-changes.js';

const change = (workspaceId: string): PublishedChange => ({
  workspaceId, id: randomUUID(), type: 'deal.moved', kind: 'deal', recordId: randomUUID(), version: 2, actorId: randomUUID(), at: '2026-05-04T09:30:00.000Z', changeSetId: randomUUID(), undoes: null,
});

describe('recent changes', () => {
  it('lead from any place to all that came after it', () => {
    const [recent, ours] = [new RecentChanges(), randomUUID()];
    const before = recent.place(ours);
    const changes = Array.from({ length: 5 }, () => change(ours));
    for (const one of changes) {
      recent.add(one);
      recent.add(change(randomUUID()));
    }
    expect(recent.after(ours, before)).toEqual(changes);
    expect(recent.after(ours, changes[2]!.id)).toEqual(changes.slice(3));
    expect(recent.after(ours, recent.place(ours))).toEqual([]);
  });

  it('know no place of another workspace, none that fell out, and none before a gap', () => {
    const [recent, ours] = [new RecentChanges(), randomUUID()];
    const before = recent.place(ours);
    const theirs = change(randomUUID());
    recent.add(theirs);
    expect(recent.after(ours, theirs.id)).toBeNull();
    const changes = Array.from({ length: 501 }, () => change(ours));
    for (const one of changes) recent.add(one);
    expect(recent.after(ours, before)).toBeNull();
    expect(recent.after(ours, changes[0]!.id)).toHaveLength(500);
    recent.forget();
    expect(recent.after(ours, changes[500]!.id)).toBeNull();
    expect(recent.after(ours, recent.place(ours))).toEqual([]);
  });

  it('of a workspace that was quiet for long begin anew', () => {
    const [recent, ours] = [new RecentChanges(), randomUUID()];
    const before = recent.place(ours);
    recent.add(change(ours));
    for (let number = 0; number < 2000; number += 1) recent.add(change(randomUUID()));
    expect(recent.after(ours, before)).toBeNull();
  });
});
