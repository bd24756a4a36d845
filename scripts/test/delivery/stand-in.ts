import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: unknown;
}

export interface StandIn {
  url: string;
  heard: Heard[];
  stop(): Promise<void>;
}

/** A server on loopback in the place of one out there: it keeps what it hears and answers what it is told to. */
export async function standIn(answer: (heard: Heard) => { status?: number; body?: unknown }): Promise<StandIn> {
  const heard: Heard[] = [];
  const server = http.createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => {
      const each: Heard = { method: request.method!, path: request.url!, headers: request.headers, body: parsed(text) };
      heard.push(each);
      const { status = 200, body = {} } = answer(each);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, stop };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
