import { eventually } from '@crm-vision/common/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

/** So few places that an attack of this size would take them all. One person may have two of them, and so many requests open. */
const PLACES = 128;
const OPEN = 32;
const SOCKETS = 10 * OPEN;
/** Sockets that ask for wide pages: half a second goes by for each of them. */
const UNREAD = 4;
let stack: Stack;
let attacker: Person;
let other: Person;
let open: Socket[] = [];
beforeAll(async () => {
  stack = await startStack({ gateway: { REQUESTS_IN_FLIGHT_MAX: String(PLACES) }, everywhere: { DB_STATEMENT_TIMEOUT_MS: '1500' } });
  [attacker, other] = await Promise.all([signUp(stack.origin), signUp(stack.origin)]);
  for (let index = 0; index < 50; index += 1) await attacker.post('/api/v1/companies', { name: `Company ${index}`, custom: { text: 'x'.repeat(20_000) } });
});
afterEach(() => {
  for (const socket of open) socket.destroy();
  open = [];
});
afterAll(() => stack.stop());

/** As many sockets that say this much and no more. `heard` is what came back on each. */
async function hold(count: number, head: string, { reading = true } = {}): Promise<{ heard: string[] }> {
  const { hostname, port } = new URL(stack.origin);
  const heard: string[] = Array.from({ length: count }, () => '');
  await Promise.all(heard.map((_none, index) => new Promise<void>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(head, () => resolve()));
    socket.once('error', reject);
    if (reading) socket.on('data', (data) => (heard[index] += data.toString()));
    open.push(socket);
  })));
  return { heard };
}

function headOf(method: string, path: string, headers: Record<string, string>): string {
  return [`${method} ${path} HTTP/1.1`, 'Host: crm', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
}

const post = (path: string, headers: Record<string, string>): string => `${headOf('POST', path, { 'Content-Type': 'application/json', 'Content-Length': '1000', ...headers })}{`;

/** What another workspace gets while this goes on: every read and write of a person who works fast. */
async function othersWork(): Promise<number[]> {
  const statuses: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const replies = await Promise.all([other.get('/api/v1/companies'), other.get('/api/v1/my-day'), other.post('/api/v1/companies', { name: `Work ${round}` })]);
    statuses.push(...replies.map(({ status }) => status));
  }
  return statuses.filter((status) => status >= 300);
}

async function gauge(name: 'in_flight' | 'waiting'): Promise<number> {
  const { managementPort } = await stack.gateways[0]!.line('Ready');
  const text = await (await fetch(`http://127.0.0.1:${String(managementPort)}/metrics`)).text();
  return Number(new RegExp(`^gateway_requests_${name} (\\d+)$`, 'm').exec(text)?.[1]);
}

const answered = (heard: readonly string[], status: number): number => heard.filter((text) => text.startsWith(`HTTP/1.1 ${status} `)).length;

describe('nobody else feels', () => {
  it('a stranger who begins hundreds of requests and sends no more than their first byte', async () => {
    const { heard } = await hold(SOCKETS, post('/api/v1/auth/sign-in', {}));
    expect(await othersWork()).toEqual([]);
    // Beyond their part of what may be on its way they are told so at once.
    await eventually(() => expect(answered(heard, 429)).toBe(SOCKETS - OPEN));
  });

  it('a person who does', async () => {
    const { heard } = await hold(SOCKETS, post('/api/v1/companies', attacker.headers('POST')));
    expect(await othersWork()).toEqual([]);
    await eventually(() => expect(answered(heard, 429)).toBe(SOCKETS - OPEN));
    for (const socket of open) socket.destroy();
    await eventually(async () => expect((await attacker.get('/api/v1/companies?limit=1')).status).toBe(200));
  });

  it('a person who asks for much and reads nothing of it', async () => {
    const list = headOf('GET', '/api/v1/companies?limit=50', { ...attacker.headers('GET'), 'Accept-Encoding': 'identity' });
    await hold(UNREAD, list.repeat(8), { reading: false });
    expect(await othersWork()).toEqual([]);
    await eventually(async () => expect(await gauge('in_flight')).toBe(0), 40_000);
    expect(open.filter((socket) => socket.readyState === 'open')).toHaveLength(UNREAD);
  });

  it('a person who does, with packed answers that are larger than what a socket holds', async () => {
    await hold(UNREAD, headOf('GET', '/api/v1/companies?limit=50', { ...attacker.headers('GET'), 'Accept-Encoding': 'gzip' }).repeat(4), { reading: false });
    expect(await othersWork()).toEqual([]);
    await eventually(async () => expect(await gauge('in_flight')).toBe(0), 40_000);
  });

  it('a person who asks more at once than their part', async () => {
    const replies = Promise.all(Array.from({ length: 4 * OPEN }, () => attacker.get('/api/v1/companies?limit=4')));
    expect(await othersWork()).toEqual([]);
    const statuses = (await replies).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([]);
  });

  it('a person who asks for much and goes away: what waited is not begun', async () => {
    await hold(OPEN, headOf('GET', '/api/v1/companies?limit=50', attacker.headers('GET')));
    for (const socket of open) socket.destroy();
    await eventually(async () => expect([await gauge('in_flight'), await gauge('waiting')]).toEqual([0, 0]));
  });
});

describe('who asks for wide pages', () => {
  it('gets them at a steady pace: two at once, and those behind them one after the other, two million characters a second', async () => {
    const from = performance.now();
    const pages = await Promise.all(Array.from({ length: 6 }, () => attacker.get('/api/v1/companies?limit=50')));
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    // Four rests of what a million characters are beyond what is light.
    expect(performance.now() - from).toBeGreaterThan(1700);
  });
});

describe('a page that asks for much at once', () => {
  it('is refused nothing', async () => {
    const replies = await Promise.all(Array.from({ length: 24 }, (_none, index) => other.get(`/api/v1/companies?limit=${index + 1}`)));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  });
});

describe('a statement', () => {
  const running = async (): Promise<number> => {
    const [row] = await stack.database.sql<{ count: number }>("select count(*)::int as count from pg_stat_activity where datname = current_database() and usename = 'crm_app' and wait_event_type = 'Lock'");
    return row!.count;
  };
  let release: () => Promise<void>;
  beforeEach(async () => {
    release = await stack.database.hold('lock table crm.task in access exclusive mode');
  });
  afterEach(() => release());

  it('ends when the person who asked goes away', async () => {
    await hold(2, headOf('GET', '/api/v1/tasks', attacker.headers('GET')));
    await eventually(async () => expect(await running()).toBe(2));
    for (const socket of open) socket.destroy();
    await eventually(async () => expect(await running()).toBe(0), 1000);
  });

  it('is one of two of a person, whose other requests wait, or are told that they are too many', async () => {
    const { heard } = await hold(OPEN + 8, headOf('GET', '/api/v1/tasks', attacker.headers('GET')));
    await eventually(async () => expect([await gauge('in_flight'), (await gauge('waiting')) > 0, await running(), answered(heard, 429)]).toEqual([2, true, 2, 8]));
    expect((await other.get('/api/v1/companies')).status).toBe(200);
    for (const socket of open) socket.destroy();
    await eventually(async () => expect([await gauge('in_flight'), await gauge('waiting'), await running()]).toEqual([0, 0, 0]));
  });

  it('504: ends when it takes longer than it may, and with its answer', async () => {
    const reply = await attacker.get('/api/v1/tasks');
    expect([reply.status, reply.json<{ code: string }>().code]).toEqual([504, 'TIMED_OUT']);
    expect(await running()).toBe(0);
  });
});

describe('requests on one connection that do not wait for answers', () => {
  it('are worked at one after the other, so that they take one place', async () => {
    const { heard } = await hold(1, headOf('GET', '/api/v1/companies?limit=1', attacker.headers('GET')).repeat(2 * OPEN));
    await eventually(() => expect(heard[0]!.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2 * OPEN));
  });
});

describe('who is slow', () => {
  it('408: sends no whole head within ten seconds', async () => {
    const { heard } = await hold(1, 'GET /api/health HTTP/1.1\r\nHost: crm\r\n');
    await eventually(() => expect(answered(heard, 408)).toBe(1), 15_000);
  }, 20_000);
});
