import { describe, expect, it } from '@jest/globals';
import type { AuditedChange } from './change-sets.repository.js';
import { toReversals } from './reversal.js';

const change = (action: AuditedChange['action'], version: number, before: object = {}, recordId = 'a'): AuditedChange =>
  ({ action, kind: 'contact', recordId, version, before: before as AuditedChange['before'] });

describe('taking a change set back', () => {
  it('sends what it made to the bin', () => {
    expect(toReversals([change('created', 1), change('updated', 2, { title: null })])).toEqual([{ kind: 'contact', id: 'a', version: 2, columns: {}, place: 'bin' }]);
  });

  it('restores what it deleted, and deletes what it restored', () => {
    expect(toReversals([change('deleted', 4)])).toMatchObject([{ version: 4, columns: {}, place: 'live' }]);
    expect(toReversals([change('restored', 5)])).toMatchObject([{ version: 5, place: 'bin' }]);
  });

  it('puts each changed column back to what it was at first', () => {
    expect(toReversals([change('updated', 2, { title: 'CTO' }), change('updated', 3, { title: 'CEO', source: null })])).toEqual([
      { kind: 'contact', id: 'a', version: 3, columns: { title: 'CTO', source: null } },
    ]);
  });

  it('treats each record by itself', () => {
    expect(toReversals([change('updated', 2, { title: 'CTO' }, 'a'), change('deleted', 7, {}, 'b')]).map(({ id, version }) => [id, version])).toEqual([['a', 2], ['b', 7]]);
  });
});
