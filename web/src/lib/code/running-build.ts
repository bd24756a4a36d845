const ANSWER_MILLISECONDS = 5_000;

/** Compares the build that runs in this tab with the one that the server has now. */
export async function compareBuilds(): Promise<'same' | 'other' | 'unreachable'> {
  const response = await fetch('/', { cache: 'no-store', headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(ANSWER_MILLISECONDS) }).catch(() => null);
  if (!response?.ok) return 'unreachable';
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const served = entryOf(page);
  return served === null || served === entryOf(document) ? 'same' : 'other';
}

/** Its name holds a hash of what it contains. */
function entryOf(page: Document): string | null {
  return page.querySelector('script[type=module][src]')?.getAttribute('src') ?? null;
}
