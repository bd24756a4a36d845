import type { Stage } from '../pipelines/pipeline.js';
import { Random } from './random.js';
import { makeNotes, makeTasks, type NoteRow, type TaskRow } from './sample-activities.js';
import { type DealRow, makeDeals } from './sample-deals.js';
import { SampleDays } from './sample-days.js';
import { type CompanyRow, type ContactRow, makeCompanies, makeContacts, type NewId } from './sample-people.js';

export interface SampleSet {
  companies: CompanyRow[];
  contacts: ContactRow[];
  deals: DealRow[];
  tasks: TaskRow[];
  notes: NoteRow[];
}

export interface SampleSetInput {
  now: Date;
  /** Where the person is, as YYYY-MM-DD. */
  today: string;
  newId: NewId;
  /** Live stages of the pipeline that the deals go to, in order. */
  stages: readonly Stage[];
  lostReasonIds: readonly string[];
}

const SEED = 20_260_501;

/** The same content each time on one day: only ids differ. */
export function makeSampleSet({ now, today, newId, stages, lostReasonIds }: SampleSetInput): SampleSet {
  const random = new Random(SEED);
  const days = new SampleDays(now, today);
  const companies = makeCompanies(random, days, newId);
  const contacts = makeContacts(random, days, newId, companies);
  const deals = makeDeals({ random, days, newId, companies, contacts, stages, lostReasonIds });
  const activities = { random, days, newId, companies, contacts, deals };
  return { companies, contacts, deals, tasks: makeTasks(activities), notes: makeNotes(activities) };
}
