import { describe, expect, it } from '@jest/globals';
import { contactRecord } from '../contacts/contact.record.js';
import { newContact } from '../contacts/contact.js';
import { difference, editEntry, outboxLine, timelineLines } from './changes.js';

const stamps = { id: 'c', version: 2, createdAt: '', createdBy: 'u', updatedAt: '', updatedBy: 'u', deletedAt: null, deletedBy: null };
const ada = { ...stamps, ...newContact('u'), firstName: 'Ada', companyId: 'engines' };

describe('what changed', () => {
  it('is what differs as JSON has it', () => {
    const before = { a: 1, b: { x: 1, y: [1] }, c: null, d: 'same' };
    expect(difference(['a', 'b', 'c', 'd'], before, { a: 2, b: { y: [1], x: 1 }, c: undefined, d: 'same' })).toEqual({ before: { a: 1 }, after: { a: 2 } });
  });

  it('is everything of what is new', () => {
    expect(difference(['a', 'b'], null, { a: 1 })).toEqual({ before: {}, after: { a: 1, b: null } });
  });
});

describe('the timeline', () => {
  it('shows a new record on its own and beside it, an edit on its own alone', () => {
    expect(timelineLines(contactRecord, ada, { kind: 'created', payload: {} }).map(({ recordKind, recordId, subjectId, title }) => [recordKind, recordId, subjectId, title])).toEqual([
      ['contact', 'c', 'c', 'Ada'], ['company', 'engines', 'c', 'Ada'],
    ]);
    expect(timelineLines(contactRecord, ada, editEntry(contactRecord, { id: 'c', before: ada, after: { ...ada, title: 'CTO' } }))).toMatchObject([
      { recordKind: 'contact', kind: 'updated', payload: { fields: { title: { from: null, to: 'CTO' } } } },
    ]);
  });

  it('leaves out an edit of nothing that people see', () => {
    expect(timelineLines(contactRecord, ada, editEntry(contactRecord, { id: 'c', before: ada, after: { ...ada } }))).toEqual([]);
  });
});

describe('the outbox', () => {
  it.each([['updated', 'deal.updated'], ['deal_moved', 'deal.moved'], ['deal_won', 'deal.won'], ['deal', 'deal.created']])('publishes %s of a deal as %s', (event, topic) => {
    expect(outboxLine({ kind: 'deal' }, event, { id: 'd', version: 3 }, { stageId: 's' })).toMatchObject({ topic, recordId: 'd', version: 3, payload: { changed: ['stageId'] } });
  });
});
