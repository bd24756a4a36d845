import type { Actor } from '@crm-vision/common/context';
import { joinReadable, readable } from '../access/readable.js';
import { alphabetic, folded, type ListSource, optional } from '../lists/list-field.js';
import { bytesOf } from '../lists/page-bytes.js';
import type { Parameters } from '../lists/parameters.js';
import type { RecordRow } from '../writes/record-type.js';
import { recordColumns } from '../writes/record-sql.js';
import type { Deal } from './deal.js';
import { dealRecord } from './deal.record.js';

/** A deal with the names of what it names, the probability of its stage, and its worth as the workspace counts it. */
export type DealView = RecordRow<Deal> & {
  companyName: string | null;
  contacts: { id: string; name: string }[] | null;
  stageProbability: number;
  worth: string | null;
  worthCurrency: string | null;
};

/** A deal as a card of the board and of a day: nobody reads its custom fields there. */
export type DealCard = Omit<DealView, 'custom'>;

const cardRecord = { columns: dealRecord.columns.filter((column) => column !== 'custom') };

/** Bytes of a DealCard and of a DealView. */
export const cardSize = [...['name', 'nextStep', 'lostReasonText', 'companyName'].map((column) => bytesOf.text(`"${column}"`)), bytesOf.json('tags'), bytesOf.json('contacts')].join(' + ');
export const dealSize = `${bytesOf.json('contacts')} + ${bytesOf.json('custom')}`;

/** Columns of a DealView around the row `r` and its joins. */
export function dealColumns(actor: Actor, parameters: Parameters): string {
  return columnsOf(dealRecord, actor, parameters);
}

/** As dealColumns, of a DealCard. */
export function cardColumns(actor: Actor, parameters: Parameters): string {
  return columnsOf(cardRecord, actor, parameters);
}

function columnsOf(record: { columns: readonly string[] }, actor: Actor, parameters: Parameters): string {
  return `${recordColumns(record)}, co.name as "companyName", st.probability as "stageProbability",
    crm.worth(r.amount, r.currency, crm.deal_rate(r.status, r.currency, r.closed_rate, r.closed_rate_to, w.default_currency, w.rates, w.former_rates)) as worth,
    w.default_currency as "worthCurrency",
    (select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by array_position(r.contact_ids, k.id)) from crm.contact k
      where k.id = any (r.contact_ids) and ${readable(actor, { kind: 'contact', alias: 'k', parameters })}) as contacts`;
}

export function dealJoins(actor: Actor, parameters: Parameters): string {
  return `${joinReadable(actor, { kind: 'company', alias: 'co', parameters }, 'r.company_id')} left join crm.stage st on st.id = r.stage_id
    left join crm.workspace_settings w on true`;
}

export const dealList: ListSource = {
  kind: 'deal',
  table: 'deal',
  fields: {
    name: { type: 'text', work: 1, sql: 'r.name_sort', searched: true },
    amount: { type: 'money', work: 3, sql: 'r.amount', currencySql: 'r.currency' },
    currency: { type: 'word', sql: 'r.currency' },
    pipelineId: { type: 'id', sql: 'r.pipeline_id' },
    stageId: { type: 'id', sql: 'r.stage_id' },
    companyId: { type: 'id', sql: 'r.company_id' },
    contactId: { type: 'id', work: 1, sql: 'dc.contact_id', among: (condition) => `exists (select 1 from crm.deal_contact dc where dc.deal_id = r.id and ${condition})` },
    ownerId: { type: 'id', sql: 'r.owner_id' },
    expectedClose: { type: 'day', sql: 'r.expected_close' },
    status: { type: 'word', sql: 'r.status', words: ['open', 'won', 'lost'] },
    probability: { type: 'integer', work: 2, sql: 'coalesce(r.probability_override, (select s.probability from crm.stage s where s.id = r.stage_id))' },
    lostReasonId: { type: 'id', sql: 'r.lost_reason_id' },
    closedAt: { type: 'instant', sql: 'r.closed_at' },
    nextStep: { type: 'text', work: 2, sql: folded('r.next_step') },
    stageEnteredAt: { type: 'instant', sql: 'r.stage_entered_at' },
    tags: { type: 'text', work: 5, sql: folded('t'), among: (condition) => `exists (select 1 from unnest(r.tags) t where ${condition})` },
    createdAt: { type: 'instant', sql: 'r.created_at' },
    updatedAt: { type: 'instant', sql: 'r.updated_at' },
  },
  sorts: {
    name: alphabetic('r.name'),
    // By worth. What has no rate comes last too: nobody knows where it belongs.
    amount: { ...optional('v.worth', 'bigint', '9223372036854775807', '-1'), kept: { join: 'join crm.deal_worth v on v.deal_id = r.id and v.live', id: 'v.deal_id' } },
    expectedClose: optional('r.expected_close', 'date', "'infinity'::date", "'-infinity'::date"),
    createdAt: { sql: 'r.created_at', type: 'timestamptz' },
    updatedAt: { sql: 'r.updated_at', type: 'timestamptz' },
  },
  defaultSort: [{ field: 'updatedAt', descending: true }],
};
