import type { Actor } from '@crm-vision/common/context';
import { readable } from '../access/readable.js';
import { cutPage, type Measured, PAGE_BYTES_MAX, withinBytes } from '../lists/page-bytes.js';
import type { Parameters } from '../lists/parameters.js';
import { addDays, type Day } from '../days/day.js';
import type { TaskView } from './task.js';
import { taskColumns, taskSize } from './task-list.js';

export const dayParts = ['overdue', 'dueToday', 'next', 'doneToday'] as const;
export type DayPart = (typeof dayParts)[number];
export type MyDayRow = TaskView & Measured & { part: DayPart };

export interface MyDay extends Record<DayPart, TaskView[]> {
  today: string;
  more: boolean;
}

const NEXT_DAYS = 7;

const BY_DUE = 'r.due_at, r.priority_rank, r.id';

/** One statement for all parts, each a range of an index. Tasks without a date come last in "next". */
export function tasksOfDay(actor: Actor, day: Day, most: number, parameters: Parameters): string {
  const begins = (days: number): string => parameters.add(addDays(day.date, days), 'timestamp');
  const [me, today, tomorrow, later] = [parameters.add(actor.userId, 'uuid'), begins(0), begins(1), begins(NEXT_DAYS + 1)];
  const [from, to, limit] = [parameters.add(day.startsAt.toISOString(), 'timestamptz'), parameters.add(day.endsAt.toISOString(), 'timestamptz'), parameters.add(most + 1, 'int')];
  const ranges: readonly [part: DayPart, where: string, order: string][] = [
    ['overdue', `r.status = 'open' and r.due_at < ${today}`, BY_DUE],
    ['dueToday', `r.status = 'open' and r.due_at >= ${today} and r.due_at < ${tomorrow}`, BY_DUE],
    ['next', `r.status = 'open' and r.due_at >= ${tomorrow} and r.due_at < ${later}`, BY_DUE],
    ['next', `r.status = 'open' and r.due_at = 'infinity'`, BY_DUE],
    ['doneToday', `r.status = 'done' and r.completed_at >= ${from} and r.completed_at < ${to}`, 'r.completed_at desc, r.id'],
  ];
  const parts = ranges.map(([part, where, order], index) => `(select ${index} as section, '${part}' as part, r.* from crm.task r
    where r.assignee_id = ${me} and r.deleted_at is null and ${where} and ${readable(actor, { kind: 'task', alias: 'r', parameters })} order by ${order} limit ${limit})`);
  const order = `r.section, case when r.part = 'doneToday' then r.completed_at end desc, ${BY_DUE}`;
  const rows = `select r.part, row_number() over (order by ${order}) as place, ${taskColumns(actor, parameters)} from (${parts.join(' union all ')}) r order by place`;
  return withinBytes(rows, { size: taskSize, most: PAGE_BYTES_MAX / dayParts.length, each: { column: 'part', order: 'p.place' } });
}

export function toMyDay(today: string, rows: readonly MyDayRow[], most: number): MyDay {
  const cut = new Map(dayParts.map((part) => [part, cutPage(rows.filter((row) => row.part === part), most)]));
  const of = (part: DayPart): TaskView[] => cut.get(part)?.items ?? [];
  const more = [...cut.values()].some((part) => part.more);
  return { today, overdue: of('overdue'), dueToday: of('dueToday'), next: of('next'), doneToday: of('doneToday'), more };
}
