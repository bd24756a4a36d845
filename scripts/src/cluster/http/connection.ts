import http from 'node:http';
import https from 'node:https';
import type { Address } from './address.js';

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface Question {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Connections to one address, each used again and again as an edge does; nothing is ever tried twice. */
export class Connection {
  private readonly agent: http.Agent;
  private readonly base: http.RequestOptions;

  constructor(
    private readonly address: Address,
    { sockets = 64, keepAlive = true }: { sockets?: number; keepAlive?: boolean } = {},
  ) {
    const { hostname, port, protocol } = new URL(address.origin);
    const secure = address.connect?.secure ?? protocol === 'https:';
    const options = { keepAlive, maxSockets: sockets, timeout: 60_000 };
    this.agent = secure ? new https.Agent({ ...options, ca: address.authority, servername: hostname }) : new http.Agent(options);
    this.base = { agent: this.agent, localAddress: address.localAddress, protocol: secure ? 'https:' : 'http:', host: address.connect?.host ?? hostname, port: address.connect?.port ?? (port === '' ? undefined : port) };
  }

  ask({ method, path, headers = {}, body }: Question, timeout: number): Promise<Answer> {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { ...this.base, method, path, headers: { ...headers, ...length, host: new URL(this.address.origin).host }, signal: AbortSignal.timeout(timeout) };
    return new Promise((resolve, reject) => {
      const request = (this.base.protocol === 'https:' ? https : http).request(options, (response) => void collect(response).then(resolve, reject));
      request.once('error', reject);
      request.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

async function collect(response: http.IncomingMessage): Promise<Answer> {
  response.setEncoding('utf8');
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}
