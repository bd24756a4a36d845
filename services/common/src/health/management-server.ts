import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registry } from '../metrics/index.js';
import type { Health } from './health.js';

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

async function answer(path: string, health: Health, response: ServerResponse): Promise<void> {
  if (path === '/health/live') return send(response, 200, { status: 'ok' });
  if (path === '/health/ready') {
    const failing = await health.notReady();
    return send(response, failing.length === 0 ? 200 : 503, { status: failing.length === 0 ? 'ok' : 'failing', failing });
  }
  if (path === '/health') return send(response, 200, await health.report());
  if (path === '/metrics') {
    response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
    return;
  }
  send(response, 404, { status: 'not found' });
}

/** The management port: health and metrics, for the cluster alone, never for the public. */
export async function startManagementServer(health: Health, host: string, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname, health, response).catch(() => send(response, 500, { status: 'failing' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
