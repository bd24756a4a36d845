import type { Actor } from '@crm-vision/common/context';
import { readable } from '../access/readable.js';
import { addDays, type Day } from '../days/day.js';
import { cutPage, type Measured, PAGE_BYTES_MAX, withinBytes } from '../lists/page-bytes.js';
import type { Parameters } from '../lists/parameters.js';
import { cardColumns, cardSize, type DealCard, dealJoins } from './deal-list.js';

const dealParts = ['overdue', 'closing', 'withoutNextStep', 'standing'] as const;
type DealPart = (typeof dealParts)[number];
export type DealOfDayRow = DealCard & Measured & { part: DealPart };

export interface PartOfDay {
  deals: DealCard[];
  more: boolean;
}

export type DealsOfDay = Record<DealPart, PartOfDay>;

export interface AskedDay {
  day: Day;
  now: Date;
  most: number;
}

const CLOSING_DAYS = 7;

/** One statement for all parts, each a range of an index; what stands too long is looked for stage by stage. A deal is in its first part only. */
export function dealsOfDay(actor: Actor, { day, now, most }: AskedDay, parameters: Parameters): string {
  const [me, limit] = [parameters.add(actor.userId, 'uuid'), parameters.add(most + 1, 'int')];
  const [today, soon] = [parameters.add(day.date, 'date'), parameters.add(addDays(day.date, CLOSING_DAYS), 'date')];
  const at = parameters.add(now.toISOString(), 'timestamptz');
  const mine = `r.owner_id = ${me} and r.status = 'open' and r.deleted_at is null and ${readable(actor, { kind: 'deal', alias: 'r', parameters })}`;
  const later = `(r.expected_close is null or r.expected_close > ${soon})`;
  const part = (name: DealPart, where: string, order: string): string =>
    `(select ${dealParts.indexOf(name)} as section, '${name}' as part, r.* from crm.deal r where ${mine} and ${where} order by ${order}, r.id limit ${limit})`;
  // A stage allows so many whole days.
  const standing = `(select ${dealParts.indexOf('standing')} as section, 'standing' as part, d.* from crm.stage s
    cross join lateral (select r.* from crm.deal r where ${mine} and r.stage_id = s.id and r.next_step is not null and ${later}
      and r.stage_entered_at <= ${at} - make_interval(days => s.rot_days + 1) order by r.stage_entered_at, r.id limit ${limit}) d
    where s.type = 'open' and s.rot_days is not null and s.deleted_at is null order by d.stage_entered_at, d.id limit ${limit})`;
  const parts = [
    part('overdue', `r.expected_close < ${today}`, 'r.expected_close'),
    part('closing', `r.expected_close >= ${today} and r.expected_close <= ${soon}`, 'r.expected_close'),
    part('withoutNextStep', `r.next_step is null and ${later}`, 'r.stage_entered_at'),
    standing,
  ];
  const order = 'r.section, case when r.section < 2 then r.expected_close end, case when r.section >= 2 then r.stage_entered_at end, r.id';
  const rows = `select r.part, row_number() over (order by ${order}) as place, ${cardColumns(actor, parameters)} from (${parts.join(' union all ')}) r
    ${dealJoins(actor, parameters)} order by place`;
  return withinBytes(rows, { size: cardSize, most: PAGE_BYTES_MAX / dealParts.length, each: { column: 'part', order: 'p.place' } });
}

export function toDealsOfDay(rows: readonly DealOfDayRow[], most: number): DealsOfDay {
  const of = (part: DealPart): PartOfDay => {
    const { items: deals, more } = cutPage(rows.filter((row) => row.part === part), most);
    return { deals, more };
  };
  return { overdue: of('overdue'), closing: of('closing'), withoutNextStep: of('withoutNextStep'), standing: of('standing') };
}
