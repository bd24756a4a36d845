import { describe, expect, it } from '@jest/globals';
import { checkStages, effectiveProbability, type StageDraft, usualStages } from './pipeline.js';

const [open, , , , won, lost] = usualStages as [StageDraft, StageDraft, StageDraft, StageDraft, StageDraft, StageDraft];

describe('stages of a pipeline', () => {
  it('are six to begin with', () => {
    expect(checkStages(usualStages).map(({ name }) => name)).toEqual(['Qualified', 'Meeting', 'Proposal', 'Negotiation', 'Won', 'Lost']);
  });

  it.each([
    ['no open stage', [won, lost]],
    ['no won stage', [open, lost]],
    ['two lost stages', [open, won, lost, { ...lost, name: 'Also lost' }]],
    ['nothing', []],
  ])('are incomplete with %s', (_what, drafts) => {
    expect(() => checkStages(drafts)).toThrow(expect.objectContaining({ kind: 'ruleBroken', code: 'STAGES_INCOMPLETE' }));
  });

  it('have names that differ by more than case and spaces', () => {
    expect(() => checkStages([open, { ...open, name: ' qualiFIED ' }, won, lost])).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'stages[1].name', code: 'NAME_TAKEN' })] }));
  });

  it('name every wrong field at once', () => {
    const wrong = { ...open, name: ' ', probability: 101, rotDays: 0, requiredFields: ['owner'] };
    expect(() => checkStages([wrong, won, lost])).toThrow(expect.objectContaining({
      kind: 'invalid', fields: ['name', 'probability', 'rotDays', 'requiredFields'].map((field) => expect.objectContaining({ field: `stages[0].${field}` })),
    }));
  });

  it('are 100 % when won and 0 % when lost, and do not rot there', () => {
    const stages = checkStages([open, { ...won, probability: 5, rotDays: 3 }, { ...lost, probability: 50 }]);
    expect(stages.slice(1).map(({ probability, rotDays }) => ({ probability, rotDays }))).toEqual([{ probability: 100, rotDays: null }, { probability: 0, rotDays: null }]);
  });

  it('give a deal their probability unless it has its own', () => {
    expect([effectiveProbability(null, { probability: 40 }), effectiveProbability(0, { probability: 40 })]).toEqual([40, 0]);
  });
});
