import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '../product/api-client.js';
import type { Felt } from './report.js';

/** Milliseconds from one read of a person to the next: faster than anybody clicks, and within the limits of a person. */
const PACE_MS = 30;
/** A read that takes longer has failed for whoever waits for it. */
const PATIENCE_MS = 10_000;

/** What a working person looks at. */
const reads = ['/api/v1/contacts?limit=50&sort=lastName', '/api/v1/deals/board', '/api/v1/my-day', '/api/v1/search?q=ab1', '/api/v1/companies?limit=50', '/api/v1/session'];

/** Reads of people in other workspaces for as long as this takes: each asks, waits for the answer, and asks again a moment later. */
export async function feel(people: readonly ApiClient[], milliseconds: number): Promise<Felt> {
  const end = performance.now() + milliseconds;
  const took: number[] = [];
  const failures: Record<string, number> = {};
  await Promise.all(people.map(async (person, offset) => {
    for (let count = offset; performance.now() < end; count++) {
      const startedAt = performance.now();
      const path = reads[count % reads.length]!;
      const failure = await person.send('GET', path, undefined, {}, PATIENCE_MS).then(async (response) => {
        const text = await response.text();
        return response.ok ? null : `${path} ${response.status} ${text.slice(0, 300)}`;
      }).catch((error: unknown) => `${path} ${String(error)}`);
      const time = performance.now() - startedAt;
      took.push(time);
      if (failure !== null) failures[failure] = (failures[failure] ?? 0) + 1;
      await pause(Math.max(0, PACE_MS - time));
    }
  }));
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), reads: took.length, failed: Object.values(failures).reduce((sum, count) => sum + count, 0), failures };
}
