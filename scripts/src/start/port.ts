import { isPortFree } from '../processes/free-ports.js';
import { pollUntil } from '../processes/poll.js';
import { PlainError } from '../terminal/plain-error.js';

/** `localhost` may mean either family: the port has to be free in both. */
export async function claimPort(port: number, patience: number): Promise<void> {
  if (await pollUntil(() => isFree(port), { within: patience, every: 100 })) return;
  throw new PlainError(`Port ${port} is taken by another program: stop that one, or choose another port with npm start -- --port ${port + 1}.`);
}

async function isFree(port: number): Promise<boolean> {
  try {
    return (await isPortFree(port, '127.0.0.1')) && (await isPortFree(port));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    throw new PlainError(`Port ${port} may not be opened by this user: choose one above 1023, such as --port 3000.`);
  }
}
