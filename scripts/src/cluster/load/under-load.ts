import { demand } from '../check.js';
import type { Stage } from '../stage.js';
import { Load } from './load.js';
import { figuresOf, type LoadReport } from './tally.js';
import { visitorAt, type Visitor } from './visitor.js';

/** Requests a second; CLUSTER_RATE for a cluster that is larger or smaller. */
const rate = Number(process.env['CLUSTER_RATE'] ?? 80);

const crowdSize = 4;

/** What every change of the system is measured with. */
const requestsOfAChange = 10_000;

let crowd: Promise<Visitor[]> | undefined;

/** The people of the load, signed up once: the limits of one person and of one address hold for them too. */
export function visitorsOf(stage: Stage): Promise<Visitor[]> {
  crowd ??= stage.front().then((address) => Promise.all(Array.from({ length: crowdSize }, () => visitorAt(address, { contacts: 5, deals: 5 }))));
  return crowd;
}

/** They belong to a database that is gone. */
export function forgetVisitors(): void {
  crowd = undefined;
}

export async function startLoad(stage: Stage): Promise<{ load: Load; people: Visitor[] }> {
  const people = await visitorsOf(stage);
  return { load: new Load(await stage.front(), people, rate), people };
}

/** Does something to the system while people work: none of at least ten thousand requests fails. */
export async function loseNothing(stage: Stage, operation: () => Promise<string | void>): Promise<string> {
  const { load } = await startLoad(stage);
  let said: string | void;
  let report: LoadReport;
  try {
    said = await operation();
  } finally {
    report = await load.end(requestsOfAChange);
  }
  demand(report.failures.length === 0, figuresOf(report));
  return [said, figuresOf(report)].filter(Boolean).join('; ');
}
