import { pollUntil } from '../processes/poll.js';
import { PlainError } from '../terminal/plain-error.js';
import { withConnection } from './connection.js';

/** Resolves as soon as the server lets this user in; a server that is being made or restarted has until then. */
export async function waitForServer(url: string, seconds: number): Promise<void> {
  let reason = '';
  const answers = async (): Promise<boolean> => {
    try {
      await withConnection(url, (client) => client.query('SELECT 1'));
      return true;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
      return false;
    }
  };
  if (await pollUntil(answers, { within: seconds * 1000, every: 1000 })) return;
  throw new PlainError(`The database did not answer within ${seconds} s: ${reason}`);
}
