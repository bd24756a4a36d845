import https from 'node:https';
import type { Address } from './address.js';

const patience = 10_000;

/** Opens the stream of live updates, makes a change when it is open, and answers after how many milliseconds the stream told of it. */
export function liveUpdate(address: Address, headers: Record<string, string>, change: () => Promise<{ id: string }>): Promise<number> {
  const { host, hostname } = new URL(address.origin);
  const options = { host: address.connect?.host ?? hostname, port: address.connect?.port, servername: hostname, ca: address.authority, path: '/api/v1/events', headers: { ...headers, host, accept: 'text/event-stream' } };
  const stop = new AbortController();
  return new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`No live update came within ${patience} ms.`)), patience);
    const request = https.get({ ...options, signal: stop.signal, agent: false }, (response) => {
      let text = '';
      let changed: { id: string; at: number } | undefined;
      const look = (): void => {
        if (changed && text.includes(changed.id)) resolve(Math.round(performance.now() - changed.at));
      };
      response.setEncoding('utf8').on('error', reject).on('data', (chunk: string) => {
        const isFirst = text === '';
        text += chunk;
        if (isFirst) {
          change().then(({ id }) => {
            changed = { id, at: performance.now() };
            look();
          }, reject);
        }
        look();
      });
    });
    request.once('error', reject).once('close', () => clearTimeout(late));
  }).finally(() => stop.abort());
}
