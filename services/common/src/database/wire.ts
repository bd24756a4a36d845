import pg from 'pg';

/** The connection behind a client, which speaks PostgreSQL's protocol message by message. pg hands it to queries of one's own, as to pg-cursor. */
export interface Wire {
  /** While it is corked, messages are collected for one write: each write of its own would wake the server up, only to wait for the next. */
  stream: { cork(): void; uncork(): void };
  /** Text of each named statement that this connection knows. */
  parsedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  describe(message: { type: 'S'; name: string }): void;
  bind(message: { statement: string; values: readonly unknown[] }): void;
  execute(message: object): void;
  sync(): void;
}

export function wireOf(client: pg.PoolClient): Wire {
  return (client as unknown as { connection: Wire }).connection;
}

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

/** Values as they are sent. Throws here what would otherwise fail half-way, in the driver, with other messages on their way already. */
export function toWireValues(values: readonly unknown[]): unknown[] {
  return values.map((value) => prepareValue(value));
}

/** Whether the connection knows this statement; throws when it knows another one by this name. */
export function isParsed({ parsedStatements }: Pick<Wire, 'parsedStatements'>, { name, text }: { name: string; text: string }): boolean {
  const parsed = parsedStatements[name];
  if (parsed && parsed !== text) throw new Error(`The name ${name} belongs to another statement.`);
  return Boolean(parsed);
}

/** Sends what `send` asks in one write. */
export function inOneWrite<T>({ stream }: Pick<Wire, 'stream'>, send: () => T): T {
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

const collecting = new WeakSet<object>();

/** What is sent in this turn of the event loop leaves in one write at its end. */
export function collectWrites({ stream }: Pick<Wire, 'stream'>): void {
  if (collecting.has(stream)) return;
  collecting.add(stream);
  stream.cork();
  setImmediate(() => {
    collecting.delete(stream);
    stream.uncork();
  });
}
