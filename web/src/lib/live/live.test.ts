import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { changeSetMade, changeSetSettled, setWorkspaceId } from '@/lib/api/api-context.js';
import { queryClient } from '@/lib/api/query-client.js';
import { undoStack } from '@/lib/undo/undo.js';
import { startLiveUpdates } from './live.js';

const LIST = ['contact', 'list'];
const OTHER = ['company', 'list'];
const isStale = (key: readonly unknown[] = LIST): boolean | undefined => queryClient.getQueryState(key)?.isInvalidated;

/** The server's side of each stream that the tab opened, in order. */
const opened: { headers: Record<string, string>; send: (text: string) => Promise<void>; end: () => Promise<void> }[] = [];
let stop: () => void = () => undefined;
const original = globalThis.fetch;

beforeEach(() => {
  opened.length = 0;
  globalThis.fetch = (_url, init) => {
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
    const writer = writable.getWriter();
    opened.push({
      headers: init?.headers as Record<string, string>,
      send: (text) => writer.write(new TextEncoder().encode(text)),
      end: () => writer.close().catch(() => undefined),
    });
    return Promise.resolve(new Response(readable));
  };
  for (const key of [LIST, OTHER]) queryClient.setQueryData(key, []);
  stop = startLiveUpdates();
});

afterEach(async () => {
  stop();
  await Promise.all(opened.map(({ end }) => end()));
  setWorkspaceId(null);
  queryClient.clear();
  globalThis.fetch = original;
});

async function stream(number: number): Promise<(typeof opened)[number]> {
  await waitFor(() => expect(opened).toHaveLength(number), { timeout: 2_000 });
  return opened[number - 1]!;
}

const lastIdOf = (number: number): string | undefined => opened[number - 1]?.headers['Last-Event-ID'];
const status = (id: string | null, live = true): string => `${id === null ? '' : `id: ${id}\n`}event: status\ndata: ${JSON.stringify({ live })}\n\n`;
const RESET = 'event: reset\ndata: {}\n\n';

function change(id: string, kind: string, undoes: string | null = null): string {
  const data = { id, type: `${kind}.updated`, kind, recordId: 'r', version: 2, actorId: 'grace', at: '2026-05-04T09:30:00.000Z', changeSetId: id, undoes };
  return `id: ${id}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`;
}

it('comes back with the last id, shows what was missed, and asks for nothing else', async () => {
  const first = await stream(1);
  await first.send(status('p0') + change('e1', 'task'));
  await first.end();
  const second = await stream(2);
  expect(lastIdOf(1)).toBeUndefined();
  expect(lastIdOf(2)).toBe('e1');
  await second.send(status('e1') + change('e2', 'contact'));
  await waitFor(() => expect(isStale(LIST)).toBe(true));
  expect(isStale(OTHER)).toBe(false);
  await second.end();
  await stream(3);
  expect(lastIdOf(3)).toBe('e2');
});

it('asks again, after a gap that is replayed, for what could not be fetched meanwhile', async () => {
  const first = await stream(1);
  await first.send(status('p0'));
  const failed = ['deal', 'list'];
  await queryClient.fetchQuery({ queryKey: failed, queryFn: () => Promise.reject(new Error('down')) }).catch(() => undefined);
  queryClient.getQueryCache().find({ queryKey: failed })?.setState({ isInvalidated: false });
  await first.end();
  await (await stream(2)).send(status('p0'));
  await waitFor(() => expect(isStale(failed)).toBe(true));
  expect(isStale(LIST)).toBe(false);
});

it.each([
  ['the place is not known any more', status('p9') + RESET, 'p9'],
  ['the stream breaks before it can say so', status('p9'), 'p9'],
  ['the server gives no ids', status(null), undefined],
])('asks for everything when %s', async (_when, answer, nextId) => {
  const first = await stream(1);
  await first.send(status('p0'));
  await first.end();
  const second = await stream(2);
  await second.send(answer);
  await waitFor(() => expect([isStale(LIST), isStale(OTHER)]).toEqual([true, true]));
  await second.end();
  await stream(3);
  expect(lastIdOf(3)).toBe(nextId);
});

it('without ids it asks once more for what happened while the stream was broken, and not when it opens first', async () => {
  const first = await stream(1);
  await first.send(status(null));
  expect(isStale()).toBe(false);
  await first.end();
  await stream(2);
  expect(lastIdOf(2)).toBeUndefined();
  await waitFor(() => expect(isStale()).toBe(true));
});

it('gives up its place when the server itself hears nothing, and asks for everything when it does again', async () => {
  const first = await stream(1);
  await first.send(status('p0') + status(null, false));
  await first.send(status(null));
  await waitFor(() => expect(isStale()).toBe(true));
  await first.send(status(null, false));
  await first.end();
  await stream(2);
  expect(lastIdOf(2)).toBeUndefined();
});

it('keeps its place while the tab is hidden, and catches up when it is shown', async () => {
  const show = (hidden: boolean): void => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const first = await stream(1);
  const tasks = ['task', 'list'];
  queryClient.setQueryData(tasks, []);
  await first.send(status('p0') + change('e1', 'task'));
  await waitFor(() => expect(isStale(tasks)).toBe(true));
  show(true);
  show(false);
  const second = await stream(2);
  expect(lastIdOf(2)).toBe('e1');
  await second.send(status('e1') + change('e2', 'contact'));
  await waitFor(() => expect(isStale(LIST)).toBe(true));
  expect(isStale(OTHER)).toBe(false);
});

it('takes no place into another workspace or session', async () => {
  const first = await stream(1);
  await first.send(status('p0') + change('e1', 'contact'));
  await waitFor(() => expect(isStale()).toBe(true));
  stop();
  setWorkspaceId('another');
  stop = startLiveUpdates();
  await stream(2);
  expect(opened[1]?.headers).toMatchObject({ 'X-Workspace-Id': 'another' });
  expect(lastIdOf(2)).toBeUndefined();
});

it('shows the stages that a colleague changed on the board of deals at once', async () => {
  const board = ['deal', 'board', { pipelineId: 'sales' }];
  queryClient.setQueryData(board, { columns: [] });
  await (await stream(1)).send(change('e1', 'pipeline'));
  await waitFor(() => expect(isStale(board)).toBe(true));
});

it('knows of a change of this tab that it was undone elsewhere', async () => {
  const settled: string[] = [];
  const forget = changeSetSettled.on((id) => settled.push(id));
  const first = await stream(1);
  for (const id of ['mine', 'mine-too']) changeSetMade.emit(id);
  await first.send(change('e1', 'contact', 'mine'));
  await waitFor(() => expect(settled).toEqual(['mine']));
  expect([undoStack.has('mine'), undoStack.last()]).toEqual([false, 'mine-too']);
  forget();
  undoStack.clear();
});
