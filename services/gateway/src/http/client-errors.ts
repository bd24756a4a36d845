import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpError } from './http.errors.js';
import { renderProblem } from './problem.js';

const known: Readonly<Record<string, HttpError>> = {
  HPE_HEADER_OVERFLOW: new HttpError(431, 'Headers too large', 'HEADERS_TOO_LARGE', 'The address and the headers are too long together.'),
  ERR_HTTP_REQUEST_TIMEOUT: new HttpError(408, 'Took too long', 'REQUEST_TIMEOUT', 'The request did not arrive in time.'),
};
const malformed = new HttpError(400, 'Bad request', 'BAD_REQUEST', 'This is no HTTP request.');

/** What is so wrong that Node makes no request of it never reaches the pipeline; it is answered in the same form. */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const { body } = renderProblem(known[error.code ?? ''] ?? malformed, randomUUID(), undefined);
    const text = JSON.stringify(body);
    const head = [
      `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status] ?? ''}`, 'Connection: close', 'Content-Type: application/problem+json; charset=utf-8', `Content-Length: ${Buffer.byteLength(text)}`,
      'Cache-Control: no-store', 'X-Content-Type-Options: nosniff', `X-Request-Id: ${body.requestId}`,
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  });
}
