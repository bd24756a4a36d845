import type { Transaction } from '@crm-vision/common/database';

/** The row of settings is the claim; until its transaction ends, others wait here. */
export async function claimSetup(transaction: Transaction, currency: string): Promise<boolean> {
  const claimed = await transaction.query({
    name: 'setup_claim',
    text: `insert into crm.workspace_settings (workspace_id, default_currency) values (crm.current_workspace(), $1) on conflict do nothing returning workspace_id`,
    values: [currency],
  });
  return claimed.length > 0;
}

export async function insertLostReasons(transaction: Transaction, reasons: readonly { id: string; name: string }[]): Promise<void> {
  await transaction.query({
    name: 'setup_lost_reasons',
    text: `insert into crm.lost_reason (workspace_id, id, name, position) select crm.current_workspace(), id, name, position
      from unnest($1::uuid[], $2::text[]) with ordinality as r(id, name, position)`,
    values: [reasons.map(({ id }) => id), reasons.map(({ name }) => name)],
  });
}
