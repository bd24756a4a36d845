import { noteBodies, taskDescriptions, taskSubjects } from './content/activities.js';
import type { Random } from './random.js';
import type { DealRow } from './sample-deals.js';
import { daysAfter, type SampleDays } from './sample-days.js';
import type { CompanyRow, ContactRow, NewId } from './sample-people.js';

export interface RecordLink {
  kind: 'company' | 'contact' | 'deal';
  id: string;
}

export interface TaskRow {
  id: string;
  subject: string;
  description: string | null;
  dueDate: string | null;
  dueTime: string | null;
  priority: 'low' | 'normal' | 'high';
  status: 'open' | 'done';
  completedAt: Date | null;
  links: RecordLink[];
  createdAt: Date;
}

export interface NoteRow {
  id: string;
  recordKind: RecordLink['kind'];
  recordId: string;
  body: string;
  pinned: boolean;
  createdAt: Date;
}

export interface ActivitiesInput {
  random: Random;
  days: SampleDays;
  newId: NewId;
  companies: readonly CompanyRow[];
  contacts: readonly ContactRow[];
  deals: readonly DealRow[];
}

/** Days from today on which tasks are due: some late, some today, most of them soon, a few without a day. */
const DUE: readonly (number | null)[] = [
  -9, -5, -3, -2, -1, -1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, 12, 14, 18, 21, 25, null, null, null,
];
const DONE_DAYS_AGO: readonly number[] = [1, 1, 2, 3, 4, 6, 8, 11, 15, 19, 24, 30];
const NOTES: readonly (readonly [RecordLink['kind'], number])[] = [['deal', 30], ['contact', 25], ['company', 15]];

export function makeTasks(input: ActivitiesInput): TaskRow[] {
  const open = DUE.map((due) => makeTask(input, due === null ? null : input.days.date(due), null));
  const done = DONE_DAYS_AGO.map((ago) => makeTask(input, input.days.date(-ago), input.days.ago(ago, 14)));
  return [...open, ...done];
}

export function makeNotes(input: ActivitiesInput): NoteRow[] {
  const { random, newId, days } = input;
  return NOTES.flatMap(([recordKind, count]) => Array.from({ length: count }, () => {
    const record = random.pick(rowsOf(input, recordKind));
    const createdAt = latest(daysAfter(record.createdAt, random.int(0, 200)), days.ago(random.int(1, 20), random.int(8, 16)));
    return { id: newId(createdAt), recordKind, recordId: record.id, body: random.pick(noteBodies), pinned: random.chance(8), createdAt };
  }));
}

function makeTask(input: ActivitiesInput, dueDate: string | null, completedAt: Date | null): TaskRow {
  const { random, days, newId, companies, contacts, deals } = input;
  const { subject, about } = random.pick(taskSubjects);
  const openDeals = deals.filter(({ status }) => status === 'open');
  const deal = random.pick(openDeals);
  const companyId = about === 'deal' ? deal.companyId : random.pick(companies).id;
  const company = companies.find(({ id }) => id === companyId)!;
  const person = contacts.find((contact) => contact.companyId === companyId)!;
  const words: Record<string, string> = { person: `${person.firstName} ${person.lastName}`, company: company.name, deal: deal.name };
  const links: RecordLink[] = about === 'deal' ? [{ kind: 'deal', id: deal.id }] : about === 'contact' ? [{ kind: 'contact', id: person.id }] : [{ kind: 'company', id: companyId }];
  const createdAt = completedAt ? daysAfter(completedAt, -random.int(2, 9)) : days.ago(random.int(10, 16), random.int(8, 16));
  return {
    id: newId(createdAt), subject: subject.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? ''),
    description: random.chance(30) ? random.pick(taskDescriptions) : null,
    dueDate, dueTime: dueDate && random.chance(35) ? `${String(random.int(8, 16)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}` : null,
    priority: random.pick(['low', 'normal', 'normal', 'normal', 'high']), status: completedAt ? 'done' : 'open', completedAt, links, createdAt,
  };
}

function rowsOf({ companies, contacts, deals }: ActivitiesInput, kind: RecordLink['kind']): readonly { id: string; createdAt: Date }[] {
  return { company: companies, contact: contacts, deal: deals }[kind];
}

/** Not later than `limit`. */
function latest(instant: Date, limit: Date): Date {
  return instant < limit ? instant : limit;
}
