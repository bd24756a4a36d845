import type { Person } from './person.js';
import type { Reply } from './http.js';

/** What somebody stores so that reading it is dear: each answers the ids of what was kept. */
const AT_ONCE = 2;

async function each(count: number, work: (index: number) => Promise<Reply>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    replies.push(...await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_none, offset) => work(from + offset))));
  }
  return replies;
}

/** Notes on one company, each as long as a note may be in signs of three bytes. */
export async function storeLongNotes(person: Person, count: number): Promise<Reply[]> {
  const company = (await person.post('/api/v1/companies', { name: 'Archive' })).json<{ id: string }>();
  return each(count, () => person.post('/api/v1/notes', { record: { kind: 'company', id: company.id }, body: `<p>${'漢'.repeat(99_990)}</p>` }));
}

/** A pipeline of many stages with deals in each, all with as many custom fields as one may have. */
export async function storeWideBoard(person: Person, stages: number, dealsEach: number): Promise<{ pipelineId: string; replies: Reply[] }> {
  const closed = [{ name: 'Won', type: 'won', probability: 100 }, { name: 'Lost', type: 'lost', probability: 0 }];
  const open = Array.from({ length: stages - closed.length }, (_none, index) => ({ name: `Stage ${index}`, type: 'open', probability: 50 }));
  const pipeline = (await person.post('/api/v1/pipelines', { name: 'Wide', stages: [...open, ...closed] })).json<{ id: string; stages: { id: string; type: string }[] }>();
  const ids = pipeline.stages.filter(({ type }) => type === 'open').map(({ id }) => id);
  const custom = { text: 'x'.repeat(32_000) };
  const replies = await each(ids.length * dealsEach, (index) => person.post('/api/v1/deals', { name: `Deal ${index}`, pipelineId: pipeline.id, stageId: ids[index % ids.length], custom }));
  return { pipelineId: pipeline.id, replies };
}

/** Companies one after the other, until `count`: what a program does that never stops. */
export function storeCompanies(person: Person, count: number): Promise<Reply[]> {
  return each(count, (index) => person.post('/api/v1/companies', { name: `Company ${index}` }));
}
