import type { Actor } from '@crm-vision/common/context';
import { Database, type Transaction, violatedConstraint } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';
import type { Currencies } from './currencies.js';
import { currenciesColumns } from './currencies-columns.js';
import type { WorthRow } from './currencies-preview.js';
import { type LostReason, type LostReasonDraft, LostReasonNameTakenError } from './lost-reasons.js';

const COLUMNS = currenciesColumns('w');

/** A hundred thousand deals take seconds. */
const SAVING_MAX_MS = 30_000;

@Injectable()
export class SettingsRepository {
  constructor(private readonly database: Database) {}

  /** Null before the workspace was set up. */
  async findCurrencies({ workspaceId }: Actor): Promise<Currencies | null> {
    const [found] = await this.database.read<Currencies>(workspaceId, { name: 'currencies_get', text: `select ${COLUMNS} from crm.workspace_settings w`, values: [] });
    return found ?? null;
  }

  /** All live deals, from the rollup. */
  listWorth({ workspaceId }: Actor): Promise<WorthRow[]> {
    return this.database.read<WorthRow>(workspaceId, {
      name: 'worth_list',
      text: `select s.type <> 'open' as closed, t.currency, t.frozen_to as "frozenTo", sum(t.deal_count)::int as count, sum(t.amount_sum)::text as amount, sum(t.frozen_sum)::text as frozen
        from crm.stage_rollup t join crm.stage s on s.id = t.stage_id group by 1, 2, 3`,
      values: [],
    });
  }

  listLostReasons({ workspaceId }: Actor): Promise<LostReason[]> {
    return this.database.read<LostReason>(workspaceId, {
      name: 'lost_reason_list', text: 'select id, name, archived from crm.lost_reason order by archived, position, name, id', values: [],
    });
  }
}

/** Changes of settings wait for each other here. */
export async function lockCurrencies(transaction: Transaction): Promise<Currencies | null> {
  const [found] = await transaction.query<Currencies>({ name: 'currencies_lock', text: `select ${COLUMNS} from crm.workspace_settings w for update`, values: [] });
  return found ?? null;
}

/** With the worth of every deal, which triggers count anew. */
export async function saveCurrencies(transaction: Transaction, userId: string, { defaultCurrency, rates, formerRates }: Omit<Currencies, 'version'>): Promise<Currencies> {
  await transaction.run(`set local statement_timeout = ${SAVING_MAX_MS}`);
  const [saved] = await transaction.query<Currencies>({
    name: 'currencies_save',
    text: `update crm.workspace_settings w set default_currency = $1, rates = $2::jsonb, former_rates = $3::jsonb, version = version + 1, updated_at = now(),
      updated_by = $4::uuid returning ${COLUMNS}`,
    values: [defaultCurrency, JSON.stringify(rates), JSON.stringify(formerRates), userId],
  });
  if (!saved) throw new Error('The workspace has no settings.');
  return saved;
}

/** Archives what is not in the list. First everything, so that names may change places. */
export async function saveLostReasons(transaction: Transaction, drafts: readonly LostReasonDraft[]): Promise<void> {
  await transaction.query({ name: 'lost_reason_archive', text: 'update crm.lost_reason set archived = true where not archived', values: [] });
  try {
    await transaction.query({
      name: 'lost_reason_save',
      text: `insert into crm.lost_reason (workspace_id, id, name, position) select crm.current_workspace(), id, name, position
        from unnest($1::uuid[], $2::text[]) with ordinality as r(id, name, position)
        on conflict (workspace_id, id) do update set name = excluded.name, position = excluded.position, archived = false`,
      values: [drafts.map(({ id }) => id ?? newId()), drafts.map(({ name }) => name)],
    });
  } catch (error) {
    throw violatedConstraint(error) === 'lost_reason_name_live' ? new LostReasonNameTakenError() : error;
  }
}
