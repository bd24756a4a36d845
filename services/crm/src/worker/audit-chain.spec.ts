import { describe, expect, it } from '@jest/globals';
import { type ChainEntry, sealEntries, verifyChain } from './audit-chain.js';

function entry(id: string): ChainEntry {
  return {
    workspaceId: 'w', id, changeSetId: 'c', actorId: 'a', sessionId: 's', requestId: 'r', action: 'update', recordKind: 'deal', recordId: 'd', recordVersion: '2',
    before: '{"amount": 1}', after: '{"amount": 2}', createdAt: '2026-05-04T09:30:00.000Z',
  };
}

const chain = sealEntries(['1', '2', '3', '4'].map(entry), undefined);

describe('the audit chain', () => {
  it('is intact as it was sealed, also in several rounds', async () => {
    const [first, ...rest] = ['1', '2', '3', '4'].map(entry) as [ChainEntry, ...ChainEntry[]];
    const head = sealEntries([first], undefined);
    const whole = [...head, ...sealEntries(rest, { seq: BigInt(head[0]!.seq), hash: head[0]!.hash })];
    expect(whole).toEqual(chain);
    expect(await verifyChain(whole)).toEqual({ entries: 4 });
    expect(await verifyChain([])).toEqual({ entries: 0 });
  });

  it.each(Object.keys(entry('1')) as (keyof ChainEntry)[])('finds an entry whose %s was altered', async (field) => {
    const tampered = chain.map((sealed, index) => (index === 1 ? { ...sealed, [field]: 'other' } : sealed));
    expect((await verifyChain(tampered)).problem).toMatchObject({ seq: '2', kind: 'altered' });
  });

  it('finds an entry that is gone', async () => {
    expect(await verifyChain(chain.filter(({ seq }) => seq !== '3'))).toEqual({ entries: 2, problem: { seq: '3', kind: 'missing' } });
  });

  it('finds an entry that was altered and sealed anew', async () => {
    const [forged] = sealEntries([{ ...entry('2'), after: '{"amount": 9}' }], { seq: 1n, hash: chain[0]!.hash });
    expect((await verifyChain([chain[0]!, forged!, ...chain.slice(2)])).problem).toMatchObject({ seq: '3', kind: 'unlinked' });
  });
});
