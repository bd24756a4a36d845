import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../src/product/api-client.js';
import { fetchOver } from '../../src/cluster/http/person.js';
import { Load } from '../../src/cluster/load/load.js';
import { errandOf, type Visitor } from '../../src/cluster/load/visitor.js';

let server: http.Server | undefined;
afterEach(() => void server?.close());

async function serve(listener: http.RequestListener): Promise<{ origin: string; connect: { host: string; port: number; secure: boolean } }> {
  server = http.createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { origin: 'https://app.example', connect: { host: '127.0.0.1', port: (server.address() as AddressInfo).port, secure: false } };
}

const visitor = (): Visitor => ({
  client: {} as ApiClient, headers: { origin: 'https://app.example' }, contactIds: ['c'], stageIds: ['first', 'second'], deals: [{ id: 'd', stageId: 'first', version: 1 }],
});

describe('the load', () => {
  it('keeps its rate while answers are late, sends what was asked for, and counts every answer that is not good', async () => {
    let asked = 0;
    const address = await serve((_request, response) => {
      const bad = asked++ === 3;
      setTimeout(() => response.writeHead(bad ? 503 : 200).end(bad ? '{"code":"OVERLOADED"}' : '{"id":"n","stageId":"first","version":2}'), 300);
    });
    const { sent, failures, seconds } = await new Load(address, [visitor()], 100).end(60);
    expect(sent).toBeGreaterThanOrEqual(60);
    expect(failures.map(({ what }) => what)).toEqual(['503 OVERLOADED']);
    expect(seconds).toBeLessThan(5);
  });

  it('counts a connection that is cut, and tries nothing twice', async () => {
    const asked: string[] = [];
    const address = await serve((request) => {
      asked.push(request.url ?? '');
      request.socket.destroy();
    });
    const { sent, failures } = await new Load(address, [visitor()], 100).end(5);
    expect(failures).toHaveLength(sent);
    expect(asked).toHaveLength(sent);
    expect(failures[0]!.what).toBe('ECONNRESET');
  });

  it('moves a card by one request at a time, and leaves one alone whose answer got lost', () => {
    const person = visitor();
    const moves = (): boolean => errandOf(person, 5_000_000).question.path.endsWith('/move');
    const mover = Array.from({ length: 100 }, (_, number) => number).find((number) => errandOf(visitor(), number).question.path.endsWith('/move'))!;
    const errand = errandOf(person, mover);
    expect(errand.question.path).toBe('/api/v1/deals/d/move');
    expect(moves()).toBe(false);
    errand.done?.('{"id":"d","stageId":"second","version":2}');
    expect(person.deals).toEqual([{ id: 'd', stageId: 'second', version: 2 }]);
  });
});

describe('a person behind another address', () => {
  it('is seen under the name of the origin, and keeps every cookie', async () => {
    const address = await serve((request, response) => {
      response.setHeader('set-cookie', ['a=1', 'b=2']);
      response.end(`${request.method} ${request.headers.host}`);
    });
    const response = await fetchOver(address)('https://app.example/path', { method: 'POST', body: '{}' });
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('POST app.example');
  });
});
