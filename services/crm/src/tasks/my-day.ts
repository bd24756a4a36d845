import type { Actor } from '@crm-vision/common/context';
import { readable } from '../access/readable.js';
import type { Parameters } from '../lists/parameters.js';
import { addDays, type Day } from './day.js';
import type { TaskView } from './task.js';
import { taskColumns } from './task-list.js';

export const dayParts = ['overdue', 'dueToday', 'next', 'doneToday'] as const;
export type DayPart = (typeof dayParts)[number];
export type MyDayRow = TaskView & { part: DayPart };

export interface MyDay extends Record<DayPart, TaskView[]> {
  today: string;
  more: boolean;
}

const NEXT_DAYS = 7;

/** One statement for all parts, each by its own index range. Tasks without a date come last in "next". */
export function tasksOfDay(actor: Actor, day: Day, most: number, parameters: Parameters): string {
  const [me, today, last] = [parameters.add(actor.userId, 'uuid'), parameters.add(day.date, 'date'), parameters.add(addDays(day.date, NEXT_DAYS), 'date')];
  const [from, to, limit] = [parameters.add(day.startsAt.toISOString(), 'timestamptz'), parameters.add(day.endsAt.toISOString(), 'timestamptz'), parameters.add(most + 1, 'int')];
  const due = "coalesce(r.due_date, 'infinity'::date)";
  const byDue = `${due}, coalesce(r.due_time, '99:99'), r.priority_rank, r.id`;
  const conditions: Record<DayPart, [where: string, order: string]> = {
    overdue: [`r.status = 'open' and ${due} < ${today}`, byDue],
    dueToday: [`r.status = 'open' and ${due} = ${today}`, byDue],
    next: [`r.status = 'open' and ((${due} > ${today} and ${due} <= ${last}) or r.due_date is null)`, byDue],
    doneToday: [`r.status = 'done' and r.completed_at >= ${from} and r.completed_at < ${to}`, 'r.completed_at desc, r.id'],
  };
  const parts = dayParts.map((part, index) => {
    const [where, order] = conditions[part];
    return `(select ${index} as section, '${part}' as part, row_number() over (order by ${order}) as place, r.* from crm.task r
      where r.assignee_id = ${me} and r.deleted_at is null and ${where} and ${readable(actor, { kind: 'task', alias: 'r', parameters })} order by ${order} limit ${limit})`;
  });
  return `select r.part, ${taskColumns(actor, parameters)} from (${parts.join(' union all ')}) r order by r.section, r.place`;
}

export function toMyDay(today: string, rows: readonly MyDayRow[], most: number): MyDay {
  const of = (part: DayPart): TaskView[] => rows.filter((row) => row.part === part).slice(0, most);
  const more = dayParts.some((part) => rows.filter((row) => row.part === part).length > most);
  return { today, overdue: of('overdue'), dueToday: of('dueToday'), next: of('next'), doneToday: of('doneToday'), more };
}
