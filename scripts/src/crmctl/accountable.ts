import type { Journal } from '../backup/journal.js';
import { report, type Figures, type Kind } from '../backup/report.js';
import { AlreadyRunning } from '../backup/snapshot.js';

const skipped = 75;
const stopped = 143;

/** Runs a job whose outcome is told to the database as well, so that nobody has to read logs to hear of a failure. */
export async function accountable(kind: Kind, url: string | null, journal: Journal, work: () => Promise<Figures>): Promise<number> {
  const tell = async (at: Date | null, figures?: Figures): Promise<void> => {
    if (url !== null && !(await report(url, kind, at, figures))) journal.say(`${kind}.untold`, 'The database could not be told about this run, so the metrics do not show it.');
  };
  // A job that takes too long is told to stop: that is a failure as well. What it left aside is cleared up by the next one.
  const stop = (): void => {
    journal.say(`${kind}.stopped`, `The ${kind} was stopped before it had ended.`);
    void tell(null).finally(() => process.exit(stopped));
  };
  process.once('SIGTERM', stop);
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
  } finally {
    process.off('SIGTERM', stop);
  }
}
