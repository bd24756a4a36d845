import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { UnavailableError } from '../errors/index.js';
import { SLOW_QUERY_SECONDS, slowQueries } from '../metrics/index.js';
import type { Logger } from '../logging/index.js';
import { guardedRead } from './guarded-read.js';
import { SharedLane } from './shared-lane.js';
import { isRetryable, translateSqlError } from './sql-errors.js';
import { collectWrites, isParsed, toWireValues, wireOf } from './wire.js';

/** A prepared statement. The name belongs to the text: one name, one text. List the columns, never `*`. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

type Row = pg.QueryResultRow;

/** An open transaction. */
export interface Transaction {
  query<T extends Row>(statement: Statement): Promise<T[]>;
  /** A statement whose rows nobody needs: what follows does not wait for it, and the transaction commits only if it succeeds. */
  send(statement: Statement): void;
  /** For statements that are not worth preparing. */
  run<T extends Row>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Runs once the transaction has committed, never when it has not. For telling others; must not throw. */
  afterCommit(tell: () => void): void;
}

const SET_WORKSPACE = { name: 'set_workspace', text: "select set_config('app.workspace_id', $1, true)" };
const MAX_TRIES = 4;

/** Access to one schema, with the workspace set in every transaction. Without a workspace the policies show no rows. */
export class Database {
  private readonly open = new AsyncLocalStorage<Transaction>();
  private readonly lane = new SharedLane(() => this.connect());

  constructor(
    private readonly pool: pg.Pool,
    private readonly logger: Logger,
    private readonly queueMax = 200,
  ) {}

  /** One prepared read, with its transaction and workspace in a single flight. Inside a transaction it reads there. */
  async read<T extends Row>(workspaceId: string, statement: Statement): Promise<T[]> {
    const [rows = []] = await this.readTogether(workspaceId, [statement]);
    return rows as T[];
  }

  /** A read that finds its rows by key, in much less than a millisecond: such reads share a connection, in which they are answered one after the other. */
  async readByKey<T extends Row>(workspaceId: string, statement: Statement): Promise<T[]> {
    const running = this.open.getStore();
    if (running) return running.query<T>(statement);
    // Between preparing it and asking it, another one could take the place of a statement without a name.
    if (!statement.name) return this.read(workspaceId, statement);
    const startedAt = performance.now();
    try {
      const [rows = []] = await this.lane.use((client) => guardedRead(client, workspaceId, [statement]), isLost);
      return rows as T[];
    } catch (error) {
      throw translateSqlError(error);
    } finally {
      this.measure(statement.name, startedAt);
    }
  }

  /** Several prepared reads in a single flight. Answers the rows of each, in the order of the statements. */
  async readTogether(workspaceId: string, statements: readonly Statement[]): Promise<Row[][]> {
    const running = this.open.getStore();
    if (running) return Promise.all(statements.map((statement) => running.query(statement)));
    const client = await this.connect();
    const startedAt = performance.now();
    let broken = false;
    try {
      return await guardedRead(client, workspaceId, statements);
    } catch (error) {
      broken = isLost(error);
      throw translateSqlError(error);
    } finally {
      client.release(broken);
      this.measure(statements[0]?.name ?? '', startedAt);
    }
  }

  /** One prepared statement on tables that have no workspace. */
  async readGlobal<T extends Row>(statement: Statement): Promise<T[]> {
    const running = this.open.getStore();
    if (running) return running.query<T>(statement);
    const client = await this.connect();
    const startedAt = performance.now();
    try {
      const { rows } = await client.query<T>({ name: statement.name, text: statement.text, values: [...statement.values] });
      client.release();
      return rows;
    } catch (error) {
      client.release(isLost(error));
      throw translateSqlError(error);
    } finally {
      this.measure(statement.name, startedAt);
    }
  }

  /**
   * Everything in `work` commits together or not at all. Joins the transaction that is already open, if any.
   * Runs again after a deadlock, so `work` must not do anything but database work. `workspaceId` null: tables without one.
   */
  async transaction<T>(workspaceId: string | null, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const running = this.open.getStore();
    if (running) return work(running);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(workspaceId, work);
      } catch (error) {
        if (attempt === MAX_TRIES || !isRetryable(error)) throw translateSqlError(error);
      }
    }
  }

  private async attempt<T>(workspaceId: string | null, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await this.connect();
    let broken: boolean | undefined;
    const ended = new AbortController();
    try {
      // The first statement leaves with these: were they to fail, it would fail behind them.
      collectWrites(wireOf(client));
      const begun = Promise.all([client.query('BEGIN'), client.query({ ...SET_WORKSPACE, values: [workspaceId ?? ''] })]);
      begun.catch(() => undefined);
      const told: (() => void)[] = [];
      const sent: Promise<unknown>[] = [begun];
      const transaction = this.transactionOf(client, { told, sent, ended: ended.signal });
      const result = await this.open.run(transaction, () => work(transaction));
      const [end] = await Promise.all([client.query('COMMIT'), ...sent]);
      if (end.command !== 'COMMIT') throw new Error('The transaction was rolled back.');
      for (const tell of told) tell();
      return result;
    } catch (error) {
      ended.abort();
      broken = await client.query('ROLLBACK').then(() => false, () => true);
      throw error;
    } finally {
      ended.abort();
      client.release(broken);
    }
  }

  private transactionOf(client: pg.PoolClient, { told, sent, ended }: { told: (() => void)[]; sent: Promise<unknown>[]; ended: AbortSignal }): Transaction {
    const timed = async <T extends Row>(name: string, query: pg.QueryConfig): Promise<T[]> => {
      // The connection serves somebody else by now, perhaps another workspace.
      if (ended.aborted) throw new Error('The transaction is over.');
      const startedAt = performance.now();
      try {
        return (await client.query<T>(query)).rows;
      } finally {
        this.measure(name, startedAt);
      }
    };
    return {
      query: <T extends Row>({ name, text, values }: Statement) => timed<T>(name, { name, text, values: [...values] }),
      send: ({ name, text, values }) => {
        const wire = wireOf(client);
        // What fails in the driver would not stop the COMMIT behind it.
        isParsed(wire, { name, text });
        collectWrites(wire);
        const answer = timed(name, { name, text, values: toWireValues(values) });
        answer.catch(() => undefined);
        sent.push(answer);
      },
      run: <T extends Row>(text: string, values: readonly unknown[] = []) => timed<T>('unnamed', { text, values: [...values] }),
      afterCommit: (tell) => void told.push(tell),
    };
  }

  private async connect(): Promise<pg.PoolClient> {
    if (this.pool.waitingCount >= this.queueMax) throw new UnavailableError('The database is busy. Try again in a moment.');
    try {
      return await this.pool.connect();
    } catch (error) {
      throw new UnavailableError(undefined, error);
    }
  }

  private measure(name: string, startedAt: number): void {
    const seconds = (performance.now() - startedAt) / 1000;
    if (seconds <= SLOW_QUERY_SECONDS) return;
    slowQueries.inc({ statement: name });
    this.logger.warn({ statement: name, seconds }, 'A statement was slow');
  }
}

/** Whether the connection cannot be used any more. */
function isLost(error: unknown): boolean {
  return translateSqlError(error) instanceof UnavailableError;
}
