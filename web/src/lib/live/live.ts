import { apiContext, changeSetSettled } from '@/lib/api/api-context.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { isMyDay } from '@/lib/records/record-cache.js';
import { undoStack } from '@/lib/undo/undo.js';
import { readEvents, type StreamEvent } from './event-stream.js';

type ChangeEvent = Schemas['ChangeEvent'];

const POLL_MILLISECONDS = 5_000;
const GATHER_MILLISECONDS = 150;
const RECONNECT_MILLISECONDS = [500, 1_000, 2_000, 5_000, 10_000];

/** Where this tab stands in the stream: the id of the last event. A new start, for another workspace or session, knows none. */
interface Place {
  lastId?: string | undefined;
}

/** Others' changes appear by themselves: from the stream, or by asking every five seconds while it is down. Nothing runs in a hidden tab. */
export function startLiveUpdates(): () => void {
  const place: Place = {};
  let current: AbortController | null = null;
  const onVisibility = () => {
    current?.abort();
    current = null;
    if (document.hidden) return;
    current = new AbortController();
    void follow(current.signal, place);
  };
  const onShown = () => {
    if (!document.hidden && place.lastId === undefined) refreshAll();
    onVisibility();
  };
  document.addEventListener('visibilitychange', onShown);
  onVisibility();
  return () => {
    document.removeEventListener('visibilitychange', onShown);
    current?.abort();
  };
}

async function follow(signal: AbortSignal, place: Place): Promise<void> {
  const poll = poller(signal);
  for (let failures = 0; !signal.aborted; failures += 1) {
    const connected = await listen(signal, place, poll);
    if (signal.aborted) return;
    if (connected) failures = 0;
    poll.start();
    await wait(RECONNECT_MILLISECONDS[Math.min(failures, RECONNECT_MILLISECONDS.length - 1)] ?? POLL_MILLISECONDS, signal);
  }
}

async function listen(signal: AbortSignal, place: Place, poll: Poller): Promise<boolean> {
  try {
    const { lastId } = place;
    const response = await fetch('/api/v1/events', { headers: headersFor(lastId), signal });
    if (!response.ok || !response.body) return false;
    let isResuming = lastId !== undefined;
    if (!isResuming) poll.catchUp();
    for await (const event of readEvents(response.body)) {
      if (isResuming) resume(event.id === lastId, place, poll);
      isResuming = false;
      handle(event, place, poll);
    }
    return true;
  } catch {
    return false;
  }
}

function headersFor(lastId: string | undefined): Record<string, string> {
  const { workspaceId } = apiContext();
  return { Accept: 'text/event-stream', ...(workspaceId ? { 'X-Workspace-Id': workspaceId } : {}), ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }) };
}

/**
 * The first event of a stream says where it goes on. From the place asked for: what was missed follows, and only what could not be fetched meanwhile is
 * fetched. From another (a "reset" follows), or from none, as servers do that keep no places: everything is.
 */
function resume(isWhole: boolean, place: Place, poll: Poller): void {
  poll.stop();
  if (isWhole) return void queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  place.lastId = undefined;
  refreshAll();
}

function handle({ event, data, id }: StreamEvent, place: Place, poll: Poller): void {
  if (id !== undefined) place.lastId = id;
  if (event === 'status') {
    const { live } = JSON.parse(data) as { live: boolean };
    if (live) return poll.catchUp();
    // What happens from here on is not heard by the server either: no place is worth anything.
    place.lastId = undefined;
    poll.start();
  }
  if (event === 'change') gather(JSON.parse(data) as ChangeEvent);
}

let gathered = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** A burst of changes, an import or a bulk edit, makes one round of fetching. */
function gather(change: ChangeEvent): void {
  if (change.undoes) changeSetSettled.emit(change.undoes);
  if (undoStack.has(change.changeSetId)) return;
  gathered.add(change.kind).add('timeline').add('bin');
  // The board of deals shows the stages of its pipeline.
  if (change.kind === 'pipeline') gathered.add('deal');
  timer ??= setTimeout(() => {
    const kinds = gathered;
    gathered = new Set();
    timer = undefined;
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => kinds.has(String(queryKey[0])) || isMyDay(queryKey) });
  }, GATHER_MILLISECONDS);
}

function refreshAll(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session', refetchType: 'active' });
}

interface Poller {
  start: () => void;
  stop: () => void;
  /** Ends the polling; what happened since it last asked, or since the stream broke, is asked for once more. */
  catchUp: () => void;
}

function poller(signal: AbortSignal): Poller {
  let interval: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(interval);
    interval = undefined;
  };
  signal.addEventListener('abort', stop);
  const catchUp = () => {
    if (interval === undefined) return;
    stop();
    refreshAll();
  };
  return { catchUp, stop, start: () => { interval ??= setInterval(refreshAll, POLL_MILLISECONDS); } };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => resolve());
  });
}
