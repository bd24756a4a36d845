import type { Server as GrpcServer } from '@grpc/grpc-js';
import type { Server as HttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Ends a gRPC server: calls in flight may end, streams that stay open are cut after `graceMs`. */
export async function drainGrpc(server: GrpcServer, graceMs: number): Promise<void> {
  const drained = new Promise<void>((resolve) => {
    server.tryShutdown(() => resolve());
  });
  const late = pause(graceMs, 'late', { ref: false });
  if ((await Promise.race([drained, late])) === 'late') server.forceShutdown();
}

/** Ends an HTTP server: requests in flight may end, idle connections are closed at once, the rest after `graceMs`. */
export async function drainHttp(server: HttpServer, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = pause(graceMs, 'late', { ref: false });
  if ((await Promise.race([closed, late])) === 'late') server.closeAllConnections();
  clearInterval(idle);
}
