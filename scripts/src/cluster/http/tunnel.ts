import http from 'node:http';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import type { Address } from './address.js';

/** A proxy on loopback that leads every tunnel to the edge, so that a browser finds a host that no name server knows. */
export async function tunnelTo({ connect }: Address): Promise<{ url: string; close: () => void }> {
  const server = http.createServer((_request, response) => void response.writeHead(405).end());
  server.on('connect', (_request: http.IncomingMessage, client: Duplex) => {
    const edge = net.connect(connect!.port, connect!.host, () => client.write('HTTP/1.1 200 Connection established\r\n\r\n'));
    const end = (): void => {
      edge.destroy();
      client.destroy();
    };
    edge.on('error', end).on('close', end);
    client.on('error', end).on('close', end);
    edge.pipe(client).pipe(edge);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
