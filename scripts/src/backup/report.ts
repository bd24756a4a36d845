import { withConnection } from '../database/connection.js';

export interface Figures {
  seconds?: number;
  bytes?: number;
  rows?: number;
  /** Good copies by where they are. */
  copies?: Record<string, number>;
  /** Seconds until a restored database answered, and seconds that its data were old. */
  rto?: number;
  rpo?: number;
}

export type Kind = 'backup' | 'verify' | 'drill';

/** Tells the database how it went, for the metrics of the worker; null: it failed. True when it was told: a run must not fail because of this. */
export function report(url: string, kind: Kind, succeededAt: Date | null, figures: Figures = {}): Promise<boolean> {
  const told = withConnection(url, async (client) => {
    await client.query('SET default_transaction_read_only = off');
    await client.query('SELECT crm.report_backup($1, $2, $3)', [kind, succeededAt, JSON.stringify(figures)]);
    return true;
  });
  return told.catch(() => false);
}
