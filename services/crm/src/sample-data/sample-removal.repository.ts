import type { Transaction } from '@crm-vision/common/database';
import type { Act } from '../writes/act.js';
import type { SampleCounts } from './sample-counts.js';
import { bytesOf } from './sample-load.repository.js';

interface Kept {
  kind: string;
  id: string;
}

/**
 * Sample records that something a person made stands on: a note, a task, a contact of the company, a deal. They stay, with what they name themselves,
 * and are the person's own from then on.
 */
const KEPT = `with s as (select record_kind as kind, record_id as id from crm.sample_record),
  named as (
    select 'company' as kind, c.company_id as id from crm.contact c where c.company_id is not null and not c.id in (select id from s where kind = 'contact')
    union select 'company', d.company_id from crm.deal d where d.company_id is not null and not d.id in (select id from s where kind = 'deal')
    union select 'contact', dc.contact_id from crm.deal_contact dc where not dc.deal_id in (select id from s where kind = 'deal')
    union select n.record_kind, n.record_id from crm.note n where not n.id in (select id from s where kind = 'note')
    union select l.record_kind, l.record_id from crm.task_link l where not l.task_id in (select id from s where kind = 'task')),
  kept as (select s.kind, s.id from s join named using (kind, id)),
  contacts as (select id from kept where kind = 'contact' union select dc.contact_id from crm.deal_contact dc join kept k on k.kind = 'deal' and k.id = dc.deal_id),
  companies as (select id from kept where kind = 'company'
    union select d.company_id from crm.deal d join kept k on k.kind = 'deal' and k.id = d.id where d.company_id is not null
    union select c.company_id from crm.contact c where c.id in (select id from contacts) and c.company_id is not null)
  select 'deal' as kind, id from kept where kind = 'deal' union select 'contact', id from contacts union select 'company', id from companies`;

/** Whoever is about to name one of them has done so before we look, or finds it gone. */
const LOCK = "select 1 from crm.{kind} r join crm.sample_record s on s.record_kind = '{kind}' and s.record_id = r.id order by r.id for update of r";

/** Those that hang on others go first. */
const ORDER = ['task', 'note', 'deal', 'contact', 'company'] as const;

/** Takes the sample records away for good, with their timelines; the audit keeps that they were there. */
export async function removeSampleRecords(act: Act): Promise<SampleCounts> {
  const { transaction } = act;
  for (const kind of ['company', 'contact', 'deal']) await transaction.run(LOCK.replaceAll('{kind}', kind));
  const kept = await transaction.run<Kept>(KEPT);
  const keptIds = kept.map(({ id }) => id);
  await transaction.run('delete from crm.sample_record where record_id = any ($1::uuid[])', [keptIds]);
  await transaction.run('delete from crm.timeline_event t using crm.sample_record s where t.record_id = s.record_id');
  await transaction.run('delete from crm.timeline_event where record_id = any ($1::uuid[]) and subject_id in (select record_id from crm.sample_record)', [keptIds]);
  const counts: SampleCounts = { companies: 0, contacts: 0, deals: 0, tasks: 0, notes: 0 };
  const plurals = { task: 'tasks', note: 'notes', deal: 'deals', contact: 'contacts', company: 'companies' } as const;
  for (const kind of ORDER) {
    const gone = await transaction.run<{ bytes: number }>(`delete from crm.${kind} r using crm.sample_record s where s.record_kind = $1 and s.record_id = r.id returning pg_column_size(r) as bytes`, [kind]);
    act.count({ records: -gone.length, bytes: -bytesOf(gone) });
    counts[plurals[kind]] = gone.length;
  }
  await transaction.run('delete from crm.sample_record');
  return counts;
}

/** Currencies that some deal is in, also one in the bin. */
export async function currenciesInUse(transaction: Transaction): Promise<Set<string>> {
  const rows = await transaction.run<{ currency: string }>('select distinct currency from crm.deal where currency is not null');
  return new Set(rows.map(({ currency }) => currency));
}
