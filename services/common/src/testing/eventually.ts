import { setTimeout as pause } from 'node:timers/promises';

/** Tries until `check` passes and answers what it answered; after `timeoutMs` its last error is thrown. */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 15_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(20);
    }
  }
}
