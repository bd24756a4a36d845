import { describe, expect, it } from '@jest/globals';
import { sealOf, type SealedEntry, verifyChain } from './audit-chain.js';

type Content = Omit<SealedEntry, 'seq' | 'prevHash' | 'hash'>;

function content(id: string): Content {
  return {
    workspaceId: 'w', id, changeSetId: 'c', actorId: 'a', sessionId: 's', requestId: 'r', action: 'update', recordKind: 'deal', recordId: 'd', recordVersion: '2',
    createdAtMs: '1777887000000', before: '{"amount": 1}', after: '{"amount": 2}',
  };
}

function seal(entries: Content[], from = 1, prevHash: Buffer = Buffer.alloc(0)): SealedEntry[] {
  return entries.map((entry, index) => {
    const numbered = { ...entry, seq: String(from + index) };
    const sealed = { ...numbered, prevHash, hash: sealOf(numbered, prevHash) };
    prevHash = sealed.hash;
    return sealed;
  });
}

const chain = seal(['1', '2', '3', '4'].map(content));

describe('the audit chain', () => {
  it('is intact as it was sealed', async () => {
    expect(await verifyChain(chain)).toEqual({ entries: 4 });
    expect(await verifyChain([])).toEqual({ entries: 0 });
  });

  it.each(Object.keys(content('1')) as (keyof Content)[])('finds an entry whose %s was altered', async (field) => {
    const tampered = chain.map((sealed, index) => (index === 1 ? { ...sealed, [field]: 'other' } : sealed));
    expect((await verifyChain(tampered)).problem).toMatchObject({ seq: '2', kind: 'altered' });
  });

  it('finds an entry that is gone, also the first', async () => {
    expect(await verifyChain(chain.filter(({ seq }) => seq !== '3'))).toEqual({ entries: 2, problem: { seq: '3', kind: 'missing' } });
    expect(await verifyChain(chain.slice(1))).toEqual({ entries: 0, problem: { seq: '1', kind: 'missing' } });
  });

  it('finds an entry that was altered and sealed anew', async () => {
    const forged = seal([{ ...content('2'), after: '{"amount": 9}' }], 2, chain[0]!.hash);
    expect((await verifyChain([chain[0]!, ...forged, ...chain.slice(2)])).problem).toMatchObject({ seq: '3', kind: 'unlinked' });
  });
});
