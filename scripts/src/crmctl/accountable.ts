import type { Journal } from '../backup/journal.js';
import { report, type Figures, type Kind } from '../backup/report.js';
import { AlreadyRunning } from '../backup/snapshot.js';

const skipped = 75;

/** Runs a job whose outcome is told to the database as well, so that nobody has to read logs to hear of a failure. */
export async function accountable(kind: Kind, url: string | null, journal: Journal, work: () => Promise<Figures>): Promise<number> {
  const tell = async (at: Date | null, figures?: Figures): Promise<void> => {
    if (url !== null && !(await report(url, kind, at, figures))) journal.say(`${kind}.untold`, 'The database could not be told about this run, so the metrics do not show it.');
  };
  try {
    const figures = await work();
    await tell(new Date(), figures);
    return 0;
  } catch (error) {
    if (error instanceof AlreadyRunning) {
      journal.say(`${kind}.skipped`, error.message);
      return skipped;
    }
    journal.say(`${kind}.failed`, `The ${kind} failed.`, { reason: error instanceof Error ? error.message : String(error) });
    await tell(null);
    throw error;
  }
}
