import type { Transaction } from '@crm-vision/common/database';
import type { LinkKind } from './link-titles.js';

/** Those of the ids that were not deleted for good, in their order: what comes back names nothing that is gone. */
export async function stillThere(transaction: Transaction, kind: LinkKind, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await transaction.query<{ id: string }>({ name: `${kind}_still_there`, text: `select id from crm.${kind} where id = any ($1::uuid[])`, values: [ids] });
  const there = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => there.has(id));
}
