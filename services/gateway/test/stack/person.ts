import { randomBytes } from 'node:crypto';
import { checkContract } from './contract.js';
import { type Reply, send } from './http.js';

export type Headers = Record<string, string>;
export const PASSWORD = 'seven tame otters juggle';
export const COOKIE = 'crm_session';
const DEVICE = 'crm_device';

export interface Session {
  user: { id: string; email: string; name: string };
  workspace: { id: string; name: string; role: string; version: number };
  workspaces: { id: string; role: string }[];
  permissions: string[];
  csrfToken: string;
}

/** Somebody with a browser: keeps the cookie, sends the CSRF token, names the workspace. Every answer is held against the contract. */
export class Person {
  cookie = '';
  /** What the browser keeps after the session is over. */
  device = '';
  csrfToken = '';
  workspaceId = '';
  userId = '';
  email = '';

  constructor(public origin: string) {}

  /** The same browser at another gateway. */
  at(origin: string): Person {
    return Object.assign(new Person(origin), this, { origin });
  }

  get(path: string, headers?: Headers): Promise<Reply> {
    return this.call('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers?: Headers): Promise<Reply> {
    return this.call('POST', path, body, headers);
  }

  patch(path: string, body?: unknown, headers?: Headers): Promise<Reply> {
    return this.call('PATCH', path, body, headers);
  }

  put(path: string, body?: unknown, headers?: Headers): Promise<Reply> {
    return this.call('PUT', path, body, headers);
  }

  delete(path: string, headers?: Headers): Promise<Reply> {
    return this.call('DELETE', path, undefined, headers);
  }

  async call(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Reply> {
    return this.raw(method, path, body === undefined ? undefined : JSON.stringify(body), { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers });
  }

  /** With the body as it is. An empty header is left out. */
  async raw(method: string, path: string, body?: string | Buffer, headers: Headers = {}): Promise<Reply> {
    const all = { ...this.headers(method), ...headers };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const reply = await send(this.origin, { method, path, headers: given, ...(body !== undefined && { body }) });
    checkContract(method, path, reply);
    this.keepCookie(reply);
    return reply;
  }

  /** Reads the session, as the app does after every sign-in. */
  async enter(workspaceId = ''): Promise<Session> {
    this.workspaceId = workspaceId;
    const reply = await this.get('/api/v1/session');
    if (reply.status !== 200) throw new Error(`There is no session: ${reply.text}`);
    const session = reply.json<Session>();
    this.csrfToken = session.csrfToken;
    this.workspaceId = session.workspace.id;
    this.userId = session.user.id;
    this.email = session.user.email;
    return session;
  }

  headers(method: string): Headers {
    return {
      ...((this.cookie || this.device) && { Cookie: [this.cookie && `${COOKIE}=${this.cookie}`, this.device && `${DEVICE}=${this.device}`].filter(Boolean).join('; ') }),
      ...(this.workspaceId && { 'X-Workspace-Id': this.workspaceId }),
      ...(method !== 'GET' && this.csrfToken && { 'X-CSRF-Token': this.csrfToken }),
    };
  }

  private keepCookie({ headers }: Reply): void {
    for (const set of headers['set-cookie'] ?? []) {
      const [pair = ''] = set.split(';');
      const [name, value = ''] = pair.split('=');
      if (name === COOKIE) this.cookie = value;
      if (name === DEVICE) this.device = value;
    }
  }
}

export const newEmail = (): string => `${randomBytes(8).toString('hex')}@example.com`;

/** Somebody who has just signed up and owns a new workspace. */
export async function signUp(origin: string, workspaceName = 'Acme'): Promise<Person> {
  const person = new Person(origin);
  const reply = await person.post('/api/v1/auth/sign-up', { email: newEmail(), password: PASSWORD, name: 'Ada Lovelace', workspaceName });
  if (reply.status !== 201) throw new Error(`Nobody signed up: ${reply.text}`);
  await person.enter();
  return person;
}

/** A colleague who came by an invitation of the owner. */
export async function invite(owner: Person, role: 'admin' | 'member' | 'viewer'): Promise<Person> {
  const { link } = (await owner.post('/api/v1/invitations', { email: newEmail(), role })).json<{ link: string }>();
  const person = new Person(owner.origin);
  await person.post('/api/v1/auth/invitations/accept', { token: tokenOf(link), name: `A ${role}`, password: PASSWORD });
  await person.enter();
  return person;
}

export const tokenOf = (link: string): string => new URL(link).hash.slice(1);
