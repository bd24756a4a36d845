import { newId } from '@crm-vision/common/ids';
import type { LostReason } from '../settings/lost-reasons.js';
import { excerpt } from '../notes/note-text.js';
import type { Stage } from '../pipelines/pipeline.js';
import type { RecordLink } from '../writes/record-kind.js';
import type { DealRow } from './sample-deals.js';
import type { SampleSet } from './sample-set.js';

/** An event of the past, as it would stand there had the record been made then. */
export interface EventRow {
  id: string;
  recordKind: string;
  recordId: string;
  at: Date;
  kind: string;
  subjectKind: string;
  subjectId: string;
  subjectTitle: string;
  payload: Readonly<Record<string, unknown>>;
}

type Subject = RecordLink & { title: string };
type Told = Pick<EventRow, 'at' | 'kind' | 'payload'>;

export function makeTimeline(set: SampleSet, stages: readonly Stage[], lostReasons: readonly LostReason[]): EventRow[] {
  const { companies, contacts, deals, tasks, notes } = set;
  return [
    ...companies.flatMap(({ id, name, createdAt }) => tell({ kind: 'company', id, title: name }, [{ kind: 'company', id }], { at: createdAt, kind: 'created', payload: {} })),
    ...contacts.flatMap(({ id, firstName, lastName, companyId, createdAt }) =>
      tell({ kind: 'contact', id, title: `${firstName} ${lastName}` }, [{ kind: 'contact', id }, { kind: 'company', id: companyId }], { at: createdAt, kind: 'created', payload: {} })),
    ...deals.flatMap((deal) => dealEvents(deal, stages, lostReasons)),
    ...tasks.flatMap(({ id, subject, dueDate, links, createdAt, completedAt }) => {
      const task: Subject = { kind: 'task', id, title: subject };
      const payload = { subject, dueDate };
      return [...tell(task, links, { at: createdAt, kind: 'task_created', payload }), ...(completedAt ? tell(task, links, { at: completedAt, kind: 'task_completed', payload }) : [])];
    }),
    ...notes.flatMap(({ id, body, recordKind, recordId, createdAt }) =>
      tell({ kind: 'note', id, title: excerpt(body) }, [{ kind: recordKind, id: recordId }], { at: createdAt, kind: 'note', payload: { excerpt: excerpt(body) } })),
  ];
}

function dealEvents(deal: DealRow, stages: readonly Stage[], lostReasons: readonly LostReason[]): EventRow[] {
  const subject: Subject = { kind: 'deal', id: deal.id, title: deal.name };
  const shownOn: RecordLink[] = [subject, { kind: 'company', id: deal.companyId }, ...deal.contactIds.map((id) => ({ kind: 'contact' as const, id }))];
  const named = (id: string): { id: string; name: string } => ({ id, name: stages.find((stage) => stage.id === id)?.name ?? '' });
  return deal.path.flatMap(({ stageId, enteredAt: at }, index) => {
    const before = deal.path[index - 1];
    if (!before) return tell(subject, shownOn, { at, kind: 'deal_created', payload: { stage: named(stageId) } });
    const payload = { from: named(before.stageId), to: named(stageId) };
    const isLast = index === deal.path.length - 1;
    if (isLast && deal.status === 'won') return tell(subject, shownOn, { at, kind: 'deal_won', payload });
    const reason = lostReasons.find(({ id }) => id === deal.lostReasonId)?.name ?? '';
    if (isLast && deal.status === 'lost') return tell(subject, shownOn, { at, kind: 'deal_lost', payload: { ...payload, reason } });
    return tell(subject, shownOn, { at, kind: 'deal_moved', payload });
  });
}

function tell({ kind, id, title }: Subject, shownOn: readonly RecordLink[], told: Told): EventRow[] {
  return shownOn.map((record) => ({ id: newId(), recordKind: record.kind, recordId: record.id, subjectKind: kind, subjectId: id, subjectTitle: title, ...told }));
}
