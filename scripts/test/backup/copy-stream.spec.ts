import { describe, expect, it } from '@jest/globals';
import { copyEvents, countRows } from '../../src/backup/copy-stream.js';

const text = Buffer.from([
  'SET x = 1;', 'COPY crm.company (id, name) FROM stdin;', '1\tone', '\\N\t\\\\.', '\\.x', '', '\\.', 'COPY "auth"."odd ""name" ("id") FROM stdin;', '\\.', 'SELECT 1;', '',
].join('\n'));

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a dump as text', () => {
  it('is counted the same however it comes in pieces, and only its end mark ends a table', async () => {
    for (let size = 1; size <= text.length; size += 1) {
      expect({ size, rows: await countRows(inPieces(text, size)) }).toEqual({ size, rows: { 'crm.company': 4, 'auth.odd "name': 0 } });
    }
  });

  it('gives the rows back byte by byte', async () => {
    for (const size of [1, 2, 3, 7, 1000]) {
      const rows = [];
      for await (const event of copyEvents(inPieces(text, size))) if (event.kind === 'rows') rows.push(event.bytes);
      expect(Buffer.concat(rows).toString()).toBe('1\tone\n\\N\t\\\\.\n\\.x\n\n');
    }
  });

  it('is refused when it ends in a table', async () => {
    await expect(countRows(inPieces(text.subarray(0, 60), 16))).rejects.toThrow('it was cut off');
  });
});
