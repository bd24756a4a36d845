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
