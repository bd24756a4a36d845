import { describe, expect, it } from '@jest/globals';
import type { Stage } from '../pipelines/pipeline.js';
import { checkUpdate, type Deal, editDeal, momentAfter, type Move, moveDeal } from './deal.js';

const at = '2026-05-04T09:30:00.000Z';

function stage(type: Stage['type'], more: Partial<Stage> = {}): Stage {
  return { id: type, pipelineId: 'sales', name: type, type, probability: { open: 40, won: 100, lost: 0 }[type], rotDays: null, requiredFields: [], ...more };
}

function deal(more: Partial<Deal> = {}): Deal {
  return {
    name: 'Forklifts', amount: '100', currency: 'EUR', companyId: null, contactIds: [], ownerId: null, expectedClose: null, probabilityOverride: null, nextStep: null, tags: [], custom: {},
    pipelineId: 'sales', stageId: 'first', status: 'open', closedAt: null, closedRate: null, closedRateTo: null, lostReasonId: null, lostReasonText: null, stageEnteredAt: '2026-05-01T00:00:00.000Z', position: 'a0', ...more,
  };
}

function to(target: Stage, more: Partial<Move> = {}): Move {
  return { stage: target, position: 'a1', at, lostReasonId: null, lostReasonText: null, ...more };
}

const won = deal({ stageId: 'won', status: 'won', closedAt: '2026-05-02T00:00:00.000Z', closedRate: '0.92', closedRateTo: 'EUR' });
const lost = deal({ stageId: 'lost', status: 'lost', closedAt: '2026-05-02T00:00:00.000Z', lostReasonId: 'price', lostReasonText: 'too dear' });

describe('the moment of a move', () => {
  it('is now, and later than the one before also when the clock was set back', () => {
    expect(momentAfter('2026-05-01T00:00:00.000Z', Date.parse(at))).toBe(at);
    expect(momentAfter(at, Date.parse(at))).toBe('2026-05-04T09:30:00.001Z');
    expect(momentAfter(at, Date.parse(at) - 60_000)).toBe('2026-05-04T09:30:00.001Z');
  });
});

describe('moving a deal', () => {
  it('enters the stage now, at the given place', () => {
    expect(moveDeal(deal({ probabilityOverride: 70 }), to(stage('open')))).toMatchObject({ stageId: 'open', stageEnteredAt: at, position: 'a1', status: 'open', probabilityOverride: 70 });
  });

  it('within its stage changes nothing but the place, whatever the stage asks for', () => {
    const before = deal({ stageId: 'open', amount: null });
    expect(moveDeal(before, to(stage('open', { requiredFields: ['amount'] })))).toEqual({ ...before, position: 'a1' });
  });

  it('goes to the pipeline of the stage', () => {
    expect(moveDeal(deal(), to(stage('open', { pipelineId: 'renewals' }))).pipelineId).toBe('renewals');
  });

  it('asks for exactly the fields that the stage needs and the deal lacks', () => {
    const target = stage('open', { name: 'Proposal', requiredFields: ['amount', 'companyId', 'contactIds', 'expectedClose', 'nextStep'] });
    expect(() => moveDeal(deal({ nextStep: '' }), to(target))).toThrow(expect.objectContaining({
      kind: 'ruleBroken', code: 'REQUIRED_FIELDS_MISSING', fields: ['companyId', 'contactIds', 'expectedClose', 'nextStep'].map((field) => expect.objectContaining({ field })),
    }));
  });

  it('into won closes it, at the rate of that moment, and ends its own probability', () => {
    expect(moveDeal(deal({ probabilityOverride: 70 }), to(stage('won')))).toMatchObject({ status: 'won', closedAt: at, closedRate: null, probabilityOverride: null, lostReasonId: null });
  });

  it('into lost needs a reason, by choice or in words', () => {
    expect(() => moveDeal(deal(), to(stage('lost')))).toThrow(expect.objectContaining({ kind: 'ruleBroken', code: 'LOST_REASON_REQUIRED' }));
    expect(moveDeal(deal(), to(stage('lost'), { lostReasonId: 'price' }))).toMatchObject({ status: 'lost', closedAt: at, lostReasonId: 'price', lostReasonText: null });
    expect(moveDeal(deal(), to(stage('lost'), { lostReasonText: 'gone quiet' }))).toMatchObject({ status: 'lost', lostReasonText: 'gone quiet' });
  });

  it.each([['won', won], ['lost', lost]])('out of %s reopens it and clears what closing had set', (_from, closed) => {
    expect(moveDeal(closed, to(stage('open')))).toMatchObject({ status: 'open', closedAt: null, closedRate: null, closedRateTo: null, lostReasonId: null, lostReasonText: null, stageEnteredAt: at });
  });

  it('from won to lost closes it again, now and at the rate of now, and needs the reason', () => {
    expect(() => moveDeal(won, to(stage('lost')))).toThrow(expect.objectContaining({ code: 'LOST_REASON_REQUIRED' }));
    expect(moveDeal(won, to(stage('lost'), { lostReasonId: 'price' }))).toMatchObject({ status: 'lost', closedAt: at, closedRate: null });
  });

  it('from lost to won forgets the reason', () => {
    expect(moveDeal(lost, to(stage('won')))).toMatchObject({ status: 'won', closedAt: at, lostReasonId: null, lostReasonText: null });
  });

  it('from lost to the lost stage of another pipeline keeps when and why', () => {
    expect(moveDeal(lost, to(stage('lost', { id: 'other', pipelineId: 'renewals' })))).toMatchObject({ closedAt: lost.closedAt, lostReasonId: 'price', lostReasonText: 'too dear' });
  });
});

describe('changing a deal', () => {
  it('keeps the rate of a closed one, unless its currency is another one', () => {
    expect(editDeal(won, { amount: '200' })).toMatchObject({ amount: '200', closedRate: '0.92', closedRateTo: 'EUR' });
    expect(editDeal(won, { amount: '200', currency: 'USD' })).toMatchObject({ closedRate: null, closedRateTo: null });
  });

  it('gives a closed one no probability of its own', () => {
    expect(() => checkUpdate(won, { ...won, probabilityOverride: 50 }, undefined)).toThrow(expect.objectContaining({ kind: 'ruleBroken', code: 'DEAL_CLOSED', fields: [expect.objectContaining({ field: 'probabilityOverride' })] }));
    expect(() => checkUpdate(won, { ...won, name: 'Forklifts, twelve' }, undefined)).not.toThrow();
  });
});
