import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { joinReadable, readable } from '../access/readable.js';
import { rowsToAskFor } from '../lists/page-size.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import type { NamedRecord } from '../writes/record-kind.js';
import type { SearchKind } from './search-kinds.js';
import type { SearchTerms } from './search-terms.js';

export interface SearchHit extends NamedRecord {
  subtitle: string;
  matchedField: string;
}

/** Only so many matches of a kind are ranked; who is looked for by so little types one letter more. */
const RANKED_MAX = 200;

@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  /** One statement over all kinds: candidates by the indexes, then rank, then the best. */
  async search(actor: Actor, kinds: readonly SearchKind[], terms: SearchTerms, limit: number): Promise<SearchHit[]> {
    const parameters = new Parameters();
    const most = rowsToAskFor(limit);
    const q = `crm.fold(${parameters.add(terms.text, 'text')})`;
    const folded = `with t as materialized (select ${q} as q, crm.fold(${parameters.add(terms.pattern, 'text')}) as pattern,
      coalesce((select array_agg(crm.fold(o)) from unnest(${parameters.add(terms.others, 'text[]')}) o), '{}') as others, ${parameters.add(terms.phone, 'text')} as phone)`;
    const beginnings = kinds.map((kind) => `, ${beginningsOf(kind, q, most, readable(actor, { kind: kind.kind, alias: 'r', parameters }))}`);
    const parts = kinds.map((kind) => `(${partOf(kind, actor, parameters, { most, indexed: terms.indexed })})`);
    const text = `${folded}${beginnings.join('')} select kind, id, title, subtitle, "matchedField" from (${parts.join(' union all ')}) hits order by rank, length(title), title, id limit ${most}`;
    return (await this.database.read<SearchHit>(actor.workspaceId, composedStatement('search', text, parameters.values))).slice(0, limit);
  }
}

/**
 * Those whose name begins with the text, from a btree. None for kinds that are not looked up so. The bounds are made from parameters alone: from the row of
 * another table they would keep the condition from the index, by row-level security and by the planner.
 */
function beginningsOf({ kind, beginnings }: SearchKind, q: string, most: number, access: string): string {
  const range = (column: string): string => `${column} >= ${q} and ${column} < ${q} || chr(1114111)`;
  const parts = beginnings.map((column) => `(select r.id from crm.${kind} r where ${range(column)} and r.deleted_at is null and ${access} order by ${column} limit ${most})`);
  return `${kind}_beginnings as materialized (${parts.join(' union ') || 'select null::uuid as id where false'})`;
}

/**
 * The trigram index reads all matches of a text before it gives the first, which takes long for a text that many hold. As beginnings rank before all else,
 * it is asked only when there are fewer of them than are shown. Rows are looked up one by one (the limit forces it): they are few, and a plan made for many
 * reads the whole table.
 */
function partOf({ kind, title, name, subtitle, ofCompany, joins = '', elsewhere }: SearchKind, actor: Actor, parameters: Parameters, { most, indexed }: { most: number; indexed: boolean }): string {
  const alive = `r.deleted_at is null and ${readable(actor, { kind, alias: 'r', parameters })}`;
  const matching = indexed
    ? `select m from t, crm.${kind}_matching(t.pattern, t.others, ${RANKED_MAX}) m where`
    : `(select r.id from crm.${kind} r, t where ${alive} and r.search like t.pattern and r.search like all (t.others) and`;
  const company = ofCompany ? joinReadable(actor, { kind: 'company', alias: 'co', parameters }, 'r.company_id') : '';
  return `select '${kind}' as kind, r.id, ${title} as title, ${subtitle} as subtitle,
      case when position(t.q in ${name}) > 0 or (' ' || ${name}) like t.pattern then 'name' else ${elsewhere} end as "matchedField",
      case when ${name} = t.q then 0 when starts_with(${name}, t.q) then 1 when position(' ' || t.q in ${name}) > 0 then 2 when position(t.q in ${name}) > 0 then 3 else 4 end as rank
    from (select id from ${kind}_beginnings
      union ${matching} (select count(*) from ${kind}_beginnings) < ${most} ${indexed ? '' : `limit ${RANKED_MAX})`}
      union select m from t, crm.${kind}_matching(t.phone, '{}', ${RANKED_MAX}) m where t.phone is not null) c
    cross join lateral (select r.* from crm.${kind} r where r.id = c.id and ${alive} limit 1) r ${company} ${joins} cross join t
    order by rank, length(${title}) limit ${most}`;
}
