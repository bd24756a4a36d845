import { generateNKeysBetween } from 'fractional-indexing';
import { lockColumn } from '../pipelines/pipeline-locks.js';
import type { Stage } from '../pipelines/pipeline.js';
import type { LostReason } from '../settings/lost-reasons.js';
import type { Act } from '../writes/act.js';
import type { DealRow } from './sample-deals.js';
import { insertEvents, insertRecords, lastPositions, moveDeals, takenNames } from './sample-load.repository.js';
import { makeTimeline } from './sample-timeline.js';
import type { SampleSet } from './sample-set.js';

export interface LoadInput {
  set: SampleSet;
  stages: readonly Stage[];
  lostReasons: readonly LostReason[];
}

/** Puts a sample set into the workspace, all of it owned by and assigned to the caller. */
export async function loadSampleSet(act: Act, { set, stages, lostReasons }: LoadInput): Promise<void> {
  const { transaction, actor: { userId } } = act;
  const taken = await takenNames(transaction, set);
  await insertRecords(act, 'company', set.companies.map((company) => ({
    ...company, domain: taken.has(company.domain) ? null : company.domain, ownerId: userId, custom: {}, version: 1, updatedAt: company.createdAt,
  })));
  await insertRecords(act, 'contact', set.contacts.map((contact) => ({
    ...contact, emails: contact.emails.filter(({ email }) => !taken.has(email)), ownerId: userId, custom: {}, doNotContact: false, version: 1, updatedAt: contact.createdAt,
  })));
  await loadDeals(act, set.deals, stages);
  await insertRecords(act, 'task', set.tasks.map((task) => ({ ...task, assigneeId: userId, version: 1, updatedAt: task.completedAt ?? task.createdAt })));
  await insertRecords(act, 'note', set.notes.map((note) => ({ ...note, mentions: [], version: 1, updatedAt: note.createdAt })));
  await insertEvents(transaction, userId, makeTimeline(set, stages, lostReasons));
}

/** Each deal begins in its first stage and goes its way, so that the history of its stages is what the triggers make of it. */
async function loadDeals(act: Act, deals: readonly DealRow[], stages: readonly Stage[]): Promise<void> {
  const { transaction, actor: { userId } } = act;
  for (const stage of [...stages].sort((a, b) => (a.id < b.id ? -1 : 1))) await lockColumn(transaction, stage.pipelineId, stage.id);
  const places = await placesBelow(transaction, deals, stages);
  await insertRecords(act, 'deal', deals.map(({ path, status: _status, lostReasonId: _reason, closedAt: _closed, ...deal }) => ({
    ...deal, pipelineId: stages[0]!.pipelineId, stageId: path[0]!.stageId, stageEnteredAt: path[0]!.enteredAt, position: places.get(deal.id), status: 'open',
    ownerId: userId, custom: {}, version: 1, updatedAt: path[0]!.enteredAt,
  })));
  const steps = Math.max(...deals.map(({ path }) => path.length));
  for (let step = 1; step < steps; step += 1) await moveDeals(transaction, deals.filter(({ path }) => step < path.length).map((deal) => stepOf(deal, step)));
}

function stepOf({ id, path, status, closedAt, lostReasonId }: DealRow, step: number): Readonly<Record<string, unknown>> {
  const { stageId, enteredAt } = path[step]!;
  const isLast = step === path.length - 1;
  const closing = isLast ? { status, closedAt, lostReasonId } : { status: 'open', closedAt: null, lostReasonId: null };
  return { id, stageId, stageEnteredAt: enteredAt, updatedAt: enteredAt, ...closing };
}

async function placesBelow(transaction: Act['transaction'], deals: readonly DealRow[], stages: readonly Stage[]): Promise<Map<string, string>> {
  const last = await lastPositions(transaction, stages.map(({ id }) => id));
  const places = new Map<string, string>();
  for (const { id } of stages) {
    const own = deals.filter(({ path }) => path.at(-1)?.stageId === id);
    generateNKeysBetween(last.get(id) ?? null, null, own.length).forEach((key, index) => places.set(own[index]!.id, key));
  }
  return places;
}
