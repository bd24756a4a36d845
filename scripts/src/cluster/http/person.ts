import { randomUUID } from 'node:crypto';
import type { Address } from './address.js';
import { Connection } from './connection.js';
import { ApiClient } from '../../product/api-client.js';

export interface Credentials {
  email: string;
  password: string;
}

/** `fetch` over a connection that leads where the address says. */
export function fetchOver(address: Address): typeof fetch {
  const connection = new Connection(address);
  return async (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const headers = Object.fromEntries(new Headers(init?.headers).entries());
    const answer = await connection.ask({ method: init?.method ?? 'GET', path: pathname + search, headers, ...(typeof init?.body === 'string' ? { body: init.body } : {}) }, 20_000);
    const answered = new Headers();
    for (const [name, values] of Object.entries(answer.headers)) for (const value of [values ?? []].flat()) answered.append(name, value);
    return new Response([101, 204, 205, 304].includes(answer.status) ? null : answer.body, { status: answer.status, headers: answered });
  };
}

/** Somebody new with a workspace of their own. */
export async function signUp(address: Address): Promise<{ client: ApiClient; credentials: Credentials }> {
  const client = new ApiClient(address.origin, fetchOver(address));
  const credentials = { email: `${randomUUID()}@example.com`, password: `correct horse ${randomUUID()}` };
  await client.signUp({ ...credentials, name: 'Kim', workspaceName: 'Cluster' });
  return { client, credentials };
}
