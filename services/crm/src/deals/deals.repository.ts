import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import type { Day } from '../days/day.js';
import type { ListQuery, Page } from '../lists/list-field.js';
import { type ListRow, planList } from '../lists/list-statement.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import { DealNotFoundError } from './deal.errors.js';
import { dealColumns, dealJoins, dealList, dealSize, type DealView } from './deal-list.js';
import { type DealOfDayRow, dealsOfDay } from './deals-of-day.js';
import type { StageStay } from './stage-history.js';

/** More moves than anybody reads of. */
const STAYS_MAX = 2000;

@Injectable()
export class DealsRepository {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: ListQuery): Promise<Page<DealView>> {
    const { statement, toPage } = planList(actor, dealList, query, {
      columns: (parameters) => dealColumns(actor, parameters), size: dealSize, joins: (parameters) => dealJoins(actor, parameters),
    });
    return toPage(await this.database.read<ListRow<DealView>>(actor.workspaceId, statement));
  }

  /** Also one in the bin, so that it can be looked at before it is restored. */
  async getById(actor: Actor, id: string): Promise<DealView> {
    const parameters = new Parameters();
    const text = `select ${dealColumns(actor, parameters)} from crm.deal r ${dealJoins(actor, parameters)} where r.id = ${parameters.add(id, 'uuid')} and ${readable(actor, { kind: 'deal', alias: 'r', parameters })}`;
    const [deal] = await this.database.readByKey<DealView>(actor.workspaceId, composedStatement('deal_get', text, parameters.values));
    if (!deal) throw new DealNotFoundError();
    return deal;
  }

  /** The actor's open deals that ask for something, `most` and one more of each part. */
  listOfDay(actor: Actor, day: Day, now: Date, most: number): Promise<DealOfDayRow[]> {
    const parameters = new Parameters();
    const text = dealsOfDay(actor, { day, now, most }, parameters);
    return this.database.read<DealOfDayRow>(actor.workspaceId, composedStatement('deal_of_day', text, parameters.values));
  }

  /** The newest of them, oldest first; none: there is no such deal for the actor. */
  listStays(actor: Actor, dealId: string): Promise<StageStay[]> {
    const parameters = new Parameters();
    const text = `select c.to_stage_id as "stageId", coalesce(s.name, '') as "stageName", c.pipeline_id as "pipelineId", c.at as "enteredAt", c.left_at as "leftAt",
        greatest(0, least(2147483647, extract(epoch from coalesce(c.left_at, now()) - c.at)))::int as seconds, c.moved_by as "movedBy"
      from (select h.*, lead(h.at) over (order by h.at, h.id) as left_at from (select * from crm.stage_change h
          where h.deal_id = ${parameters.add(dealId, 'uuid')} order by h.at desc, h.id desc limit ${STAYS_MAX}) h) c
      left join crm.stage s on s.id = c.to_stage_id
      where exists (select 1 from crm.deal r where r.id = c.deal_id and ${readable(actor, { kind: 'deal', alias: 'r', parameters })})
      order by c.at, c.id`;
    return this.database.read<StageStay>(actor.workspaceId, composedStatement('deal_stays', text, parameters.values));
  }
}
