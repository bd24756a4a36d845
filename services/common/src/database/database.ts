import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { currentCall } from '../context/index.js';
import { TimedOutError, TooManyAtOnceError, UnavailableError } from '../errors/index.js';
import { FairQueue, type Holder } from '../fair-slots/index.js';
import { SLOW_QUERY_SECONDS, slowQueries } from '../metrics/index.js';
import type { Logger } from '../logging/index.js';
import { Canceller } from './canceller.js';
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
  /** Statements that follow may take longer than usual, for what the caller is known to wait for. */
  allowSeconds(seconds: number): Promise<unknown>;
  /** Runs once the transaction has committed, never when it has not. For telling others; must not throw. */
  afterCommit(tell: () => void): void;
}

const SET_WORKSPACE = { name: 'set_workspace', text: "select set_config('app.workspace_id', $1, true)" };
const MAX_TRIES = 4;
/** The largest part of the connections, and of those who wait for one, that is one workspace's. */
const WORKSPACE_SHARE = 0.6;
/** Milliseconds that somebody waits for a connection: whoever is refused by then hears why before their caller gives up. */
const WAIT_MS = 4000;

/** A connection that is lent. */
interface Loan {
  client: pg.PoolClient;
  canceller: Canceller;
  /** `isBroken`: it serves nobody any more. */
  giveBack(isBroken: boolean): void;
}

/**
 * Access to one schema, with the workspace set in every transaction. Without a workspace the policies show no rows. What runs for a call is cancelled with
 * it, and no workspace ever has all connections.
 */
export class Database {
  private readonly open = new AsyncLocalStorage<Transaction>();
  private readonly lane = new SharedLane(() => this.connect());
  private readonly places: FairQueue;

  constructor(
    private readonly pool: pg.Pool,
    private readonly logger: Logger,
    queueMax = 200,
  ) {
    // One stays free for reads by key, which never wait for anything slower.
    this.places = new FairQueue({ max: Math.max(1, pool.options.max - 1), waitingMax: queueMax, waitMs: WAIT_MS });
  }

  /** How many wait for a connection. */
  get waiting(): number {
    return this.places.waiting;
  }

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
    return this.readOn(await this.lend(workspaceId), statements[0]?.name ?? '', (client) => guardedRead(client, workspaceId, statements));
  }

  /** One prepared statement on tables that have no workspace. */
  async readGlobal<T extends Row>(statement: Statement): Promise<T[]> {
    const running = this.open.getStore();
    if (running) return running.query<T>(statement);
    const { name, text, values } = statement;
    return this.readOn(await this.lend(null), name, async (client) => (await client.query<T>({ name, text, values: [...values] })).rows);
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

  private async readOn<T>({ client, canceller, giveBack }: Loan, name: string, read: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    let isBroken = false;
    try {
      return await read(client);
    } catch (error) {
      isBroken = isLost(error);
      throw translateSqlError(error);
    } finally {
      const isSure = await canceller.end();
      giveBack(isBroken || !isSure);
      this.measure(name, startedAt);
    }
  }

  private async attempt<T>(workspaceId: string | null, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const { client, canceller, giveBack } = await this.lend(workspaceId);
    const signal = currentCall()?.signal;
    let isSure = true;
    let broken = false;
    const ended = new AbortController();
    try {
      // The first statement leaves with these: were they to fail, it would fail behind them.
      collectWrites(wireOf(client));
      const begun = Promise.all([client.query('BEGIN'), client.query({ ...SET_WORKSPACE, values: [workspaceId ?? ''] })]);
      begun.catch(() => undefined);
      const told: (() => void)[] = [];
      const sent: Promise<unknown>[] = [begun];
      const transaction = this.transactionOf(client, { told, sent, ended: ended.signal, signal });
      const result = await this.open.run(transaction, () => work(transaction));
      isSure = await canceller.end();
      if (signal?.aborted) throw new TimedOutError();
      const [end] = await Promise.all([client.query('COMMIT'), ...sent]);
      if (end.command !== 'COMMIT') throw new Error('The transaction was rolled back.');
      for (const tell of told) tell();
      return result;
    } catch (error) {
      ended.abort();
      isSure = await canceller.end();
      broken = await client.query('ROLLBACK').then(() => false, () => true);
      throw error;
    } finally {
      ended.abort();
      giveBack(broken || !isSure);
    }
  }

  private transactionOf(client: pg.PoolClient, { told, sent, ended, signal }: { told: (() => void)[]; sent: Promise<unknown>[]; ended: AbortSignal; signal: AbortSignal | undefined }): Transaction {
    const timed = async <T extends Row>(name: string, query: pg.QueryConfig): Promise<T[]> => {
      // The connection serves somebody else by now, perhaps another workspace.
      if (ended.aborted) throw new Error('The transaction is over.');
      if (signal?.aborted) throw new TimedOutError();
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
      allowSeconds: (seconds) => timed('allow_seconds', { text: "select set_config('statement_timeout', $1, true)", values: [`${seconds}s`] }),
      afterCommit: (tell) => void told.push(tell),
    };
  }

  private async lend(workspaceId: string | null): Promise<Loan> {
    const signal = currentCall()?.signal;
    const place = await this.placeFor(workspaceId ? [{ name: workspaceId, share: WORKSPACE_SHARE }] : [], signal);
    const client = await this.connect().catch((error: unknown) => {
      place();
      throw error;
    });
    const giveBack = (isBroken: boolean): void => {
      client.release(isBroken);
      place();
    };
    if (!signal?.aborted) return { client, canceller: new Canceller(client, signal), giveBack };
    giveBack(false);
    throw new TimedOutError();
  }

  private async placeFor(holders: readonly Holder[], signal?: AbortSignal): Promise<() => void> {
    const place = await this.places.take(holders, { signal });
    if (typeof place === 'function') return place;
    if (place === 'aborted') throw new TimedOutError();
    if (place === 'greedy') throw new TooManyAtOnceError('This workspace has too many requests at once. Wait for an answer before you ask again.');
    throw new UnavailableError('The database is busy. Try again in a moment.');
  }

  private async connect(): Promise<pg.PoolClient> {
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
