import http from 'node:http';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface HostilePerson {
  url: string;
  headers: Record<string, string>;
  contactIds: string[];
}

export interface Ask {
  method?: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
  /** Hang up after so many milliseconds. */
  leaveAfterMs?: number;
}

/** A signed-in person, who may also act as a stranger, with as many hands as the attack needs. */
export class Hostile {
  readonly answers: Record<string, number> = {};
  private readonly agent = new http.Agent({ keepAlive: true });

  constructor(readonly person: HostilePerson) {}

  /** `hands` at once, each asking again as soon as it is answered; for ever. */
  async keepAsking(hands: number, ask: (count: number) => Ask): Promise<never> {
    let count = 0;
    await Promise.all(Array.from({ length: hands }, async () => {
      for (;;) {
        const status = await this.ask(ask(count++));
        // Whoever is refused at once would only burn the attacker's own machine.
        if (status === 429 || status === 0) await pause(20);
      }
    }));
    throw new Error('An attack never ends by itself.');
  }

  /** Stores something, and answers what it is now. */
  async store<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(this.person.url + path, { method: 'POST', headers: this.person.headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  }

  /** So many sockets that say this and no more; one that is closed is opened anew. */
  hold(count: number, text: string, { reading = true } = {}): void {
    const { hostname, port } = new URL(this.person.url);
    const open = (): void => {
      const socket = net.connect({ host: hostname, port: Number(port) }, () => socket.write(text));
      if (reading) socket.on('data', (data) => this.note(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1] ?? 'more'));
      socket.on('error', () => this.note('error'));
      socket.on('close', () => setTimeout(open, 200));
    };
    for (let index = 0; index < count; index++) open();
  }

  /** The head of a request of the person, or of a stranger. */
  head(method: string, path: string, headers: Record<string, string>): string {
    return [`${method} ${path} HTTP/1.1`, 'Host: crm', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  }

  private ask({ method = 'GET', path, body, headers = this.person.headers, leaveAfterMs }: Ask): Promise<number> {
    return new Promise((resolve) => {
      const done = (status: number, name = String(status)): void => {
        this.note(name);
        resolve(status);
      };
      const request = http.request(this.person.url + path, { method, agent: this.agent, headers: body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) } }, (response) => {
        response.resume().on('error', () => resolve(0)).on('end', () => done(response.statusCode ?? 0));
      });
      request.on('error', () => done(0, leaveAfterMs === undefined ? 'error' : 'left'));
      request.end(body);
      if (leaveAfterMs !== undefined) setTimeout(() => request.destroy(), leaveAfterMs);
    });
  }

  private note(answer: string): void {
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
  }
}
