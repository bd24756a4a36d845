import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { joinReadable, readable } from '../access/readable.js';
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
  search(actor: Actor, kinds: readonly SearchKind[], terms: SearchTerms, limit: number): Promise<SearchHit[]> {
    const parameters = new Parameters();
    const most = parameters.add(limit, 'int');
    const q = `crm.fold(${parameters.add(terms.text, 'text')})`;
    // The end of the range is made here: row-level security keeps a condition that makes it on the way from the index.
    const folded = `with t as materialized (select ${q} as q, ${q} || chr(1114111) as q_end, crm.fold(${parameters.add(terms.pattern, 'text')}) as pattern,
      coalesce((select array_agg(crm.fold(o)) from unnest(${parameters.add(terms.others, 'text[]')}) o), '{}') as others, ${parameters.add(terms.phone, 'text')} as phone)`;
    const parts = kinds.map((kind) => `(${partOf(kind, actor, parameters, most)})`);
    const text = `${folded} select kind, id, title, subtitle, "matchedField" from (${parts.join(' union all ')}) hits order by rank, length(title), title, id limit ${most}`;
    return this.database.read<SearchHit>(actor.workspaceId, composedStatement('search', text, parameters.values));
  }
}

function partOf({ kind, title, name, beginnings, subtitle, ofCompany, joins = '', elsewhere }: SearchKind, actor: Actor, parameters: Parameters, most: string): string {
  const alive = `r.deleted_at is null and ${readable(actor, { kind, alias: 'r', parameters })}`;
  const company = ofCompany ? joinReadable(actor, { kind: 'company', alias: 'co', parameters }, 'r.company_id') : '';
  const candidates = [
    ...beginnings.map((column) => `(select r.id from crm.${kind} r, t where ${column} >= t.q and ${column} < t.q_end and ${alive} limit ${most})`),
    `(select m from t, crm.${kind}_matching(t.pattern, t.others, ${RANKED_MAX}) m)`,
    `(select m from t, crm.${kind}_matching(t.phone, '{}', ${RANKED_MAX}) m where t.phone is not null)`,
  ];
  return `select '${kind}' as kind, r.id, ${title} as title, ${subtitle} as subtitle,
      case when position(t.q in ${name}) > 0 or (' ' || ${name}) like t.pattern then 'name' else ${elsewhere} end as "matchedField",
      case when ${name} = t.q then 0 when starts_with(${name}, t.q) then 1 when position(' ' || t.q in ${name}) > 0 then 2 when position(t.q in ${name}) > 0 then 3 else 4 end as rank
    from (${candidates.join(' union ')}) c(id) join crm.${kind} r on r.id = c.id ${company} ${joins} cross join t where ${alive} order by rank, length(${title}) limit ${most}`;
}
