import { nextChance } from '@/lib/connection/connection.js';
import { compareBuilds } from './running-build.js';

const JUST_NOW_MILLISECONDS = 10_000;

/**
 * Loads a part of the app that comes when it is needed. Without a network it waits and goes on by itself.
 *
 * A browser remembers that a part failed and does not ask for it again, and another build gives its parts other names. In both cases the page is
 * loaded anew at its address once the server answers. A part that is missing even then is an error: pages do not go round in circles.
 */
export async function loadCode<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (navigator.onLine) return await load();
    } catch (error) {
      const build = await compareBuilds();
      if (build !== 'unreachable' && !isFresh()) return await reload();
      if (build === 'same') throw error;
    }
    await nextChance(attempt);
  }
}

/** Whether this page was itself loaded anew a moment ago. The browser knows; its storage may be blocked. */
function isFresh(): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return loaded?.type === 'reload' && performance.now() < JUST_NOW_MILLISECONDS;
}

function reload(): Promise<never> {
  window.location.reload();
  return new Promise(() => undefined);
}
