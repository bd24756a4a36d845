import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';

export interface Person {
  name: string;
  email: string;
  password: string;
  userId: string;
  workspaceId: string;
}

interface Session {
  user: { id: string };
  workspace: { id: string };
  csrfToken: string;
}

/** Prepares what a journey starts from, as the person whose cookies the context holds. */
export class Api {
  private csrfToken = '';
  private workspaceId = '';

  constructor(private readonly request: APIRequestContext) {}

  async signUp(name = 'Ada Lovelace', workspaceName = 'Analytical Engines'): Promise<Person> {
    const email = `${randomUUID()}@example.com`;
    const password = `correct horse ${randomUUID()}`;
    await this.fine(await this.request.post('/api/v1/auth/sign-up', { data: { email, password, name, workspaceName } }));
    return this.open({ name, email, password });
  }

  /** A colleague in the workspace of the owner, signed in to the context of this API. */
  async join(owner: Api, name = 'Charles Babbage', role: 'admin' | 'member' | 'viewer' = 'member'): Promise<Person> {
    const email = `${randomUUID()}@example.com`;
    const password = `correct horse ${randomUUID()}`;
    const { link } = await owner.post<{ link: string }>('/invitations', { email, role });
    await this.fine(await this.request.post('/api/v1/auth/invitations/accept', { data: { token: new URL(link).hash.slice(1), name, password } }));
    return this.open({ name, email, password });
  }

  get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
    return this.call<T>('GET', path, undefined, query);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PATCH', path, body);
  }

  delete(path: string): Promise<void> {
    return this.call('DELETE', path);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PUT', path, body);
  }

  private async call<T>(method: string, path: string, body?: unknown, params: Record<string, string> = {}): Promise<T> {
    const headers = { 'X-CSRF-Token': this.csrfToken, 'X-Workspace-Id': this.workspaceId };
    const response = await this.fine(await this.request.fetch(`/api/v1${path}`, { method, headers, params, ...(body === undefined ? {} : { data: body }) }));
    return (response.status() === 204 ? undefined : await response.json()) as T;
  }

  private async open(person: Pick<Person, 'name' | 'email' | 'password'>): Promise<Person> {
    const response = await this.fine(await this.request.get('/api/v1/session'));
    const { user, workspace, csrfToken } = (await response.json()) as Session;
    this.csrfToken = csrfToken;
    this.workspaceId = workspace.id;
    return { ...person, userId: user.id, workspaceId: workspace.id };
  }

  private async fine(response: APIResponse): Promise<APIResponse> {
    expect(response.ok(), `${response.url()} answered ${response.status()}: ${response.ok() ? '' : await response.text()}`).toBe(true);
    return response;
  }
}
