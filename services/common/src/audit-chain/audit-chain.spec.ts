import { describe, expect, it } from '@jest/globals';
import { sealOf, type SealedEntry, verifyChain } from './audit-chain.js';

const contentOf = (seq: number, after = '{"amount": 2}'): string[] => ['w', String(seq), `id-${seq}`, 'a', 'update', '1777887000000', '{"amount": 1}', after];

function seal(contents: string[][], prevHash: Buffer = Buffer.alloc(0)): SealedEntry[] {
  return contents.map((content) => {
    const [, seq = '', id = ''] = content;
    const sealed = { seq, id, content, prevHash, hash: sealOf(content, prevHash) };
    prevHash = sealed.hash;
    return sealed;
  });
}

const chain = seal([1, 2, 3, 4].map((seq) => contentOf(seq)));

describe('the audit chain', () => {
  it('is intact as it was sealed', async () => {
    expect(await verifyChain(chain)).toEqual({ entries: 4 });
    expect(await verifyChain([])).toEqual({ entries: 0 });
  });

  it.each(contentOf(2).map((_text, index) => index))('finds an entry whose part %i was altered', async (part) => {
    const tampered = chain.map((sealed) => (sealed.seq === '2' ? { ...sealed, content: sealed.content.with(part, 'other') } : sealed));
    expect((await verifyChain(tampered)).problem).toMatchObject({ seq: '2', kind: 'altered' });
  });

  it('finds an entry that is gone, also the first', async () => {
    expect(await verifyChain(chain.filter(({ seq }) => seq !== '3'))).toEqual({ entries: 2, problem: { seq: '3', kind: 'missing' } });
    expect(await verifyChain(chain.slice(1))).toEqual({ entries: 0, problem: { seq: '1', kind: 'missing' } });
  });

  it('finds an entry that was altered and sealed anew', async () => {
    const forged = seal([contentOf(2, '{"amount": 9}')], chain[0]!.hash);
    expect((await verifyChain([chain[0]!, ...forged, ...chain.slice(2)])).problem).toMatchObject({ seq: '3', kind: 'unlinked' });
  });
});
