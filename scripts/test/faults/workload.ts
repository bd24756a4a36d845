import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient } from '../../src/product/api-client.js';

export interface Deal {
  id: string;
  name: string;
  stageId: string;
  version: number;
}

const givingUpAfter = 60_000;

/** A write as a careful client does it: the same key and body again until there is an answer that is not a failure of the server. */
export async function untilAnswered<T>(client: ApiClient, path: string, body: unknown, key: string): Promise<T> {
  const from = performance.now();
  let last = '';
  while (performance.now() - from < givingUpAfter) {
    try {
      const response = await client.send('POST', path, body, { 'idempotency-key': key }, 10_000);
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as T;
      if (response.status < 500 && response.status !== 429) throw new Refused(`${path} answered ${response.status}: ${text}`);
      last = `${response.status} ${text}`;
    } catch (error) {
      if (error instanceof Refused) throw error;
      last = String(error);
    }
    await delay(50);
  }
  throw new Error(`${path} was not answered within ${givingUpAfter} ms: ${last}`);
}

class Refused extends Error {}

export interface Workload {
  deals: number;
  stages: string[];
  concurrency: number;
  /** Called after each acknowledged write with the number of writes so far. */
  progress(done: number): void;
}

/** Creates deals and moves each once; answers what was acknowledged last, deal by deal. */
export async function createAndMove(client: ApiClient, { deals, stages, concurrency, progress }: Workload): Promise<Deal[]> {
  const acknowledged: Deal[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let number = next++; number < deals; number = next++) {
      const amount = { amount: `${number}.00`, currency: 'EUR' };
      const created = await untilAnswered<Deal>(client, '/api/v1/deals', { name: `Deal ${number}`, amount, stageId: stages[0] }, `create-${number}`);
      progress(++done);
      const stageId = stages[1 + (number % (stages.length - 1))]!;
      const moved = await untilAnswered<Deal>(client, `/api/v1/deals/${created.id}/move`, { stageId, version: created.version }, `move-${number}`);
      progress(++done);
      acknowledged.push(moved);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return acknowledged;
}
