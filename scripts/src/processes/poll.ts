import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer is neither null nor undefined nor false; null when the time is up. */
export async function pollUntil<T>(
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { within, every = 25 }: { within: number; every?: number },
): Promise<T | null> {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() >= deadline) return null;
    await delay(every);
  }
}
