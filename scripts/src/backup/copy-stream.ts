import { PlainError } from '../terminal/plain-error.js';

/** A dump in plain text, in pieces: statements, and between `COPY ... FROM stdin;` and `\.` the rows of a table. */
export type CopyEvent =
  | { kind: 'copy'; table: string; statement: string }
  | { kind: 'rows'; bytes: Buffer; count: number }
  | { kind: 'end' }
  | { kind: 'line'; text: string };

const newline = 10;
const longestLine = 1024 * 1024;
const name = String.raw`"(?:[^"]|"")+"|[^"\s.(]+`;
const copyLine = new RegExp(String.raw`^COPY (${name})\.(${name}) .*FROM stdin;$`);
const unquote = (text: string): string => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);

export async function* copyEvents(chunks: AsyncIterable<Buffer>): AsyncGenerator<CopyEvent> {
  const reader = new CopyReader();
  for await (const chunk of chunks) yield* reader.read(chunk);
  if (reader.insideTable) throw new PlainError('The dump ends in the middle of a table: it was cut off.');
}

class CopyReader {
  insideTable = false;
  /** Bytes of a line that is not whole yet; inside a table at most two, which might become its end. */
  private held: Buffer = Buffer.alloc(0);
  private midRow = false;

  *read(chunk: Buffer): Generator<CopyEvent> {
    const bytes = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    this.held = Buffer.alloc(0);
    for (let at = 0; at < bytes.length; ) at = this.insideTable ? yield* this.rows(bytes, at) : yield* this.line(bytes, at);
  }

  private *line(bytes: Buffer, at: number): Generator<CopyEvent, number> {
    const end = bytes.indexOf(newline, at);
    if (end < 0) {
      if (bytes.length - at > longestLine) throw new PlainError('The dump holds no lines of text: it is damaged.');
      this.held = bytes.subarray(at);
      return bytes.length;
    }
    const text = bytes.toString('utf8', at, end);
    const table = copyLine.exec(text);
    this.insideTable = table !== null;
    yield table ? { kind: 'copy', table: `${unquote(table[1]!)}.${unquote(table[2]!)}`, statement: text } : { kind: 'line', text };
    return end + 1;
  }

  /** Rows up to the end of the table or of what has been read; answers where it stopped. */
  private *rows(bytes: Buffer, from: number): Generator<CopyEvent, number> {
    let at = from;
    let count = 0;
    for (;;) {
      const end = bytes.indexOf(newline, at);
      if (end < 0) break;
      if (!this.midRow && end - at === 2 && bytes.toString('latin1', at, end) === '\\.') {
        yield { kind: 'rows', bytes: bytes.subarray(from, at), count };
        yield { kind: 'end' };
        this.insideTable = false;
        return end + 1;
      }
      count += 1;
      this.midRow = false;
      at = end + 1;
    }
    const mayBeEnd = !this.midRow && bytes.length - at <= 2;
    if (mayBeEnd) this.held = bytes.subarray(at);
    else this.midRow = true;
    yield { kind: 'rows', bytes: bytes.subarray(from, mayBeEnd ? at : bytes.length), count };
    return bytes.length;
  }
}

/** Rows of every table that the dump has. */
export async function countRows(chunks: AsyncIterable<Buffer>): Promise<Record<string, number>> {
  const tables: Record<string, number> = {};
  let table = '';
  for await (const event of copyEvents(chunks)) {
    if (event.kind === 'copy') tables[(table = event.table)] ??= 0;
    if (event.kind === 'rows') tables[table]! += event.count;
  }
  return tables;
}
