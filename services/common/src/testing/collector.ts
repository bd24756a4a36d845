import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for what telemetry is sent to: keeps every request's path and body. */
export interface Collector {
  port: number;
  received: { path: string; body: string }[];
  stop(): void;
}

export async function startCollector(): Promise<Collector> {
  const received: Collector['received'] = [];
  // Without a stop it does not keep the run waiting.
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      received.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString() });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.unref().listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, received,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
