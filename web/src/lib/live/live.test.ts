import { expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { queryClient } from '@/lib/api/query-client.js';
import { startLiveUpdates } from './live.js';

const KEY = ['contact', 'list'];
const isStale = (): boolean | undefined => queryClient.getQueryState(KEY)?.isInvalidated;

/** A stream that ends when it is told to. */
function openStream(): { response: Response; end: () => void } {
  const { readable, writable } = new TransformStream();
  return { response: new Response(readable), end: () => void writable.close() };
}

it('asks once more for what happened while the stream was broken, and not when it opens first', async () => {
  const streams = [openStream(), openStream()];
  let opened = 0;
  globalThis.fetch = () => Promise.resolve(streams[opened++]!.response);
  queryClient.setQueryData(KEY, []);
  const stop = startLiveUpdates();
  await waitFor(() => expect(opened).toBe(1));
  expect(isStale()).toBe(false);
  streams[0]!.end();
  await waitFor(() => expect(opened).toBe(2));
  await waitFor(() => expect(isStale()).toBe(true), { timeout: 1_000 });
  stop();
  streams[1]!.end();
});

it('shows the stages that a colleague changed on the board of deals at once', async () => {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  globalThis.fetch = () => Promise.resolve(new Response(readable));
  const board = ['deal', 'board', { pipelineId: 'sales' }];
  queryClient.setQueryData(board, { columns: [] });
  const stop = startLiveUpdates();
  const change = { id: 'e1', type: 'pipeline.updated', kind: 'pipeline', recordId: 'sales', version: 2, actorId: 'grace', at: '2026-05-04T09:30:00.000Z', changeSetId: 'set' };
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode(`event: change\ndata: ${JSON.stringify(change)}\n\n`));
  await waitFor(() => expect(queryClient.getQueryState(board)?.isInvalidated).toBe(true), { timeout: 1_000 });
  stop();
  await writer.close();
});
