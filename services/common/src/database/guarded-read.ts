import pg from 'pg';
import type { Statement } from './database.js';

type Row = pg.QueryResultRow;

/** What pg hands to a query that speaks the protocol itself, as pg-cursor does. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  describe(message: { type: 'S'; name: string }): void;
  bind(message: { statement: string; values: readonly unknown[] }): void;
  execute(message: object): void;
  sync(): void;
}

interface Column {
  name: string;
  parse: (text: string) => unknown;
}

/** What a connection has prepared, and the columns that it answers. A plan whose columns change fails on the connection that knows it. */
interface Prepared {
  text: string;
  columns: readonly Column[];
}

const GUARD = { name: 'guard', text: "select set_config('transaction_read_only', 'on', true), set_config('app.workspace_id', $1, true)" };
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

const connections = new WeakMap<pg.PoolClient, Map<string, Prepared>>();

/**
 * Prepared reads of one workspace in a single flight: the guard (read only, the workspace) and the statements stand between two Syncs, which makes them one
 * transaction of PostgreSQL without BEGIN and COMMIT; when one fails, those behind it are not run. Answers the rows of each. The client must be the caller's alone.
 */
export async function guardedRead(client: pg.PoolClient, workspaceId: string, statements: readonly Statement[]): Promise<Row[][]> {
  await prepare(client, GUARD);
  const columns: (readonly Column[])[] = [];
  for (const statement of statements) columns.push(await prepare(client, statement));
  return new Promise((resolve, reject) => {
    client.query(new Flight(workspaceId, statements, columns, (error, answers) => (error ? reject(error) : resolve(answers))));
  });
}

function prepare(client: pg.PoolClient, { name, text }: Pick<Statement, 'name' | 'text'>): readonly Column[] | Promise<readonly Column[]> {
  const known = connections.get(client)?.get(name);
  if (known?.text === text) return known.columns;
  return new Promise((resolve, reject) => {
    client.query(new Preparation(name, text, (error, columns) => {
      if (error) return reject(error);
      remember(client, name, { text, columns });
      resolve(columns);
    }));
  });
}

function remember(client: pg.PoolClient, name: string, statement: Prepared): void {
  if (!name) return;
  const names = connections.get(client) ?? new Map<string, Prepared>();
  connections.set(client, names.set(name, statement));
}

type Done<T> = (error: Error | null, answer: T) => void;

/** Parse, unless one of pg's own queries did it on this connection, and Describe. */
class Preparation extends pg.Query {
  private columns: Column[] = [];

  constructor(private readonly statement: string, private readonly sql: string, private readonly done: Done<readonly Column[]>) {
    // With a name and a text pg notes what was parsed, for its own queries.
    super({ name: statement, text: sql }, () => undefined);
  }

  override submit = (wire: unknown): void => {
    const { stream, parsedStatements } = wire as Wire;
    const parsed = parsedStatements[this.statement];
    if (parsed && parsed !== this.sql) throw new Error(`The name ${this.statement} belongs to another statement.`);
    stream.cork();
    if (!parsed) (wire as Wire).parse({ name: this.statement, text: this.sql });
    (wire as Wire).describe({ type: 'S', name: this.statement });
    (wire as Wire).sync();
    stream.uncork();
  };

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({ name, parse: pg.types.getTypeParser(dataTypeID, 'text') }));
  }

  handleError(error: Error): void {
    this.done(error, []);
  }

  handleReadyForQuery(): void {
    this.done(null, this.columns);
  }
}

/** Bind and Execute of the guard and of each statement, then one Sync. */
class Flight extends pg.Query {
  private readonly answers: Row[][];
  /** Made before anything is sent: a value that cannot be sent must not leave half a flight on the connection. */
  private readonly values: readonly unknown[][];
  /** Which statement answers now; the guard comes first. */
  private current = -1;

  constructor(
    private readonly workspaceId: string,
    private readonly statements: readonly Statement[],
    private readonly columns: readonly (readonly Column[])[],
    private readonly done: Done<Row[][]>,
  ) {
    super({ text: '' }, () => undefined);
    this.answers = statements.map(() => []);
    this.values = statements.map(({ values }) => values.map((value) => prepareValue(value)));
  }

  override submit = (wire: unknown): void => {
    const { stream } = wire as Wire;
    stream.cork();
    send(wire as Wire, GUARD.name, [this.workspaceId]);
    this.statements.forEach(({ name }, index) => send(wire as Wire, name, this.values[index]!));
    (wire as Wire).sync();
    stream.uncork();
  };

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const columns = this.columns[this.current];
    if (!columns) return;
    const row: Row = {};
    for (let index = 0; index < columns.length; index++) {
      const { name, parse } = columns[index]!;
      const text = fields[index] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    this.answers[this.current]!.push(row);
  }

  handleCommandComplete(): void {
    this.current++;
  }

  handleError(error: Error): void {
    this.done(error, []);
  }

  handleReadyForQuery(): void {
    this.done(null, this.answers);
  }
}

function send(wire: Wire, statement: string, values: readonly unknown[]): void {
  wire.bind({ statement, values });
  wire.execute({});
}
