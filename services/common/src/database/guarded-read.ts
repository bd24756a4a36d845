import pg from 'pg';
import type { Statement } from './database.js';
import { inOneWrite, isParsed, toWireValues, type Wire } from './wire.js';

type Row = pg.QueryResultRow;

interface Columns {
  names: readonly string[];
  parsers: readonly ((text: string) => unknown)[];
  /** A row without values: copying one is cheaper than adding column by column. */
  empty: Row;
}

/** What a connection has prepared, and the columns that it answers. A plan whose columns change fails on the connection that knows it. */
interface Prepared {
  text: string;
  /** A promise while it is being prepared. */
  columns: Columns | Promise<Columns>;
}

const GUARD = { name: 'guard', text: "select set_config('transaction_read_only', 'on', true), set_config('app.workspace_id', $1, true)" };

const connections = new WeakMap<pg.PoolClient, Map<string, Prepared>>();

/**
 * Prepared reads of one workspace in a single flight: the guard (read only, the workspace) and the statements stand between two Syncs, which makes them one
 * transaction of PostgreSQL without BEGIN and COMMIT; when one fails, those behind it are not run. Answers the rows of each.
 */
export async function guardedRead(client: pg.PoolClient, workspaceId: string, statements: readonly Statement[]): Promise<Row[][]> {
  await prepare(client, GUARD);
  const columns: Columns[] = [];
  for (const statement of statements) columns.push(await prepare(client, statement));
  return new Promise((resolve, reject) => {
    client.query(new Flight(workspaceId, statements, columns, (error, answers) => (error ? reject(error) : resolve(answers))));
  });
}

function prepare(client: pg.PoolClient, { name, text }: Pick<Statement, 'name' | 'text'>): Prepared['columns'] {
  const names = connections.get(client) ?? new Map<string, Prepared>();
  connections.set(client, names);
  const known = names.get(name);
  if (known?.text === text) return known.columns;
  const preparing = new Promise<Columns>((resolve, reject) => {
    client.query(new Preparation(name, text, (error, columns) => (error ? reject(error) : resolve(columns))));
  });
  if (!name) return preparing;
  names.set(name, { text, columns: preparing });
  return preparing.then(
    (columns) => {
      names.set(name, { text, columns });
      return columns;
    },
    (error: unknown) => {
      names.delete(name);
      throw error;
    },
  );
}

type Done<T> = (error: Error | null, answer: T) => void;

/** Parse, unless one of pg's own queries did it on this connection, and Describe. */
class Preparation extends pg.Query {
  private columns: Columns = { names: [], parsers: [], empty: {} };

  constructor(private readonly statement: string, private readonly sql: string, private readonly done: Done<Columns>) {
    // With a name and a text pg notes what was parsed, for its own queries.
    super({ name: statement, text: sql }, () => undefined);
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire;
    const parsed = isParsed(wire, { name: this.statement, text: this.sql });
    inOneWrite(wire, () => {
      if (!parsed) wire.parse({ name: this.statement, text: this.sql });
      wire.describe({ type: 'S', name: this.statement });
      wire.sync();
    });
  };

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.columns = {
      names: fields.map(({ name }) => name),
      parsers: fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown),
      empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
    };
  }

  handleError(error: Error): void {
    this.done(error, this.columns);
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
    private readonly columns: readonly Columns[],
    private readonly done: Done<Row[][]>,
  ) {
    super({ text: '' }, () => undefined);
    this.answers = statements.map(() => []);
    this.values = statements.map(({ values }) => toWireValues(values));
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire;
    inOneWrite(wire, () => {
      send(wire, GUARD.name, [this.workspaceId]);
      this.statements.forEach(({ name }, index) => send(wire, name, this.values[index]!));
      wire.sync();
    });
  };

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const columns = this.columns[this.current];
    if (!columns) return;
    const { names, parsers, empty } = columns;
    const row: Row = { ...empty };
    for (let index = 0; index < names.length; index++) {
      const text = fields[index];
      if (typeof text === 'string') row[names[index]!] = parsers[index]!(text);
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
