import type { Database } from '@crm-vision/common/database';

/** Open deals of all workspaces in one currency; '': without an amount. */
export interface OpenDeals {
  currency: string;
  deals: number;
  /** In minor units. */
  amount: number;
}

export function readOpenDeals(database: Database): Promise<OpenDeals[]> {
  return database.readGlobal<OpenDeals>({ name: 'open_deals', text: 'select currency, deals::float8 as deals, amount::float8 as amount from crm.open_deals()', values: [] });
}
