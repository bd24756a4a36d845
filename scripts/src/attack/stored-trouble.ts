import type { Hostile } from './hostile.js';

/** What somebody stores so that reading it is dear, all of it as large as it may be. */
const AT_ONCE = 2;
const CLOSED = [{ name: 'Won', type: 'won', probability: 100 }, { name: 'Lost', type: 'lost', probability: 0 }];

interface Stored {
  id: string;
}

async function each(count: number, store: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < count) await store(next++);
  }));
}

export const wideCompany = (index: number): string => JSON.stringify({ name: `Wide ${index}`, custom: { text: 'x'.repeat(20_000) } });

/** A page of them is one megabyte. */
export function storeWideCompanies(hostile: Hostile, count: number): Promise<void> {
  return each(count, (index) => hostile.store('/api/v1/companies', JSON.parse(wideCompany(index))));
}

/** In signs of three bytes. */
export async function storeLongNotes(hostile: Hostile, count: number): Promise<void> {
  const { id } = await hostile.store<Stored>('/api/v1/companies', { name: 'Archive' });
  await each(count, () => hostile.store('/api/v1/notes', { record: { kind: 'company', id }, body: `<p>${'漢'.repeat(99_990)}</p>` }));
}

/** A pipeline of many stages with deals in each. Answers its id. */
export async function storeWideBoard(hostile: Hostile, stages: number, dealsEach: number): Promise<string> {
  const open = Array.from({ length: stages - CLOSED.length }, (_none, index) => ({ name: `Stage ${index}`, type: 'open', probability: 50 }));
  const pipeline = await hostile.store<Stored & { stages: (Stored & { type: string })[] }>('/api/v1/pipelines', { name: `Wide ${Date.now()}`, stages: [...open, ...CLOSED] });
  const ids = pipeline.stages.filter(({ type }) => type === 'open').map(({ id }) => id);
  await each(ids.length * dealsEach, (index) => hostile.store('/api/v1/deals', { name: `Deal ${index}`, pipelineId: pipeline.id, stageId: ids[index % ids.length], custom: { text: 'x'.repeat(32_000) } }));
  return pipeline.id;
}
