import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { pollUntil } from '../processes/poll.js';
import { ApiClient } from '../product/api-client.js';
import { PlainError } from '../terminal/plain-error.js';

/** Right after an installation the services may still be finding each other. */
const WORK_WITHIN_MS = 15_000;

interface Steps {
  /** What people see as the result of a step. */
  [name: string]: () => Promise<string>;
}

/** `crmctl smoke`: whether a running system does its work, seen from outside. */
export async function smoke(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { api: { type: 'string' }, web: { type: 'string' }, as: { type: 'string' }, 'sign-up': { type: 'boolean', default: false } } });
  const { api, web, as = api } = values;
  if (api === undefined && web === undefined) throw new PlainError('Say what to look at: --api URL, --web URL, or both.');
  const steps: Steps = {
    ...(web === undefined ? {} : webSteps(web)),
    ...(api === undefined ? {} : apiSteps(api, as!)),
    ...(api !== undefined && values['sign-up'] ? signUpSteps(api, as!) : {}),
  };
  for (const [name, step] of Object.entries(steps)) process.stdout.write(`${name}: ${await step().catch((error: unknown) => failed(name, error))}\n`);
  return 0;
}

function failed(name: string, error: unknown): never {
  throw new PlainError(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}

/** The page comes, and the program that it names. */
function webSteps(web: string): Steps {
  return {
    'web app': async () => {
      const page = await text(`${web}/`);
      const program = /<script type="module"[^>]+src="(\/[^"]+\.js)"/.exec(page)?.[1];
      if (program === undefined) throw new Error('the page names no program');
      return `page and program of ${(await text(web + program)).length} characters`;
    },
  };
}

/** Without an account: the gateway answers, and a wrong password is looked up in auth and its database. */
function apiSteps(api: string, as: string): Steps {
  return {
    gateway: async () => {
      const version = await pollUntil(() => workingVersion(api), { within: WORK_WITHIN_MS, every: 500 });
      if (version === null) throw new Error(`${api}/api/health says that nobody can work`);
      return version;
    },
    'sign-in': async () => {
      const known = await clientOf(api, as).signIn({ email: 'nobody@crm-vision.invalid', password: randomUUID() });
      if (known) throw new Error('a person that does not exist was let in');
      return 'refuses a stranger';
    },
  };
}

/** With an account and a workspace of its own, which stay. */
function signUpSteps(api: string, as: string): Steps {
  const person = clientOf(api, as);
  return {
    'sign-up': async () => {
      const email = `smoke-${randomUUID()}@crm-vision.invalid`;
      await person.signUp({ email, password: randomUUID(), name: 'Smoke Test', workspaceName: 'Smoke test' });
      return email;
    },
    contact: async () => {
      const { id } = await person.call<{ id: string }>('POST', '/api/v1/contacts', { firstName: 'Ada', lastName: 'Lovelace' });
      const { lastName } = await person.call<{ lastName: string }>('GET', `/api/v1/contacts/${id}`);
      if (lastName !== 'Lovelace') throw new Error('the contact reads differently');
      return id;
    },
    'sign-out': async () => {
      await person.call('POST', '/api/v1/auth/sign-out');
      const { status } = await person.send('GET', '/api/v1/session');
      if (status !== 401) throw new Error(`the session still answers ${status}`);
      return 'the session is gone';
    },
  };
}

/** Calls the one address and says that it is the other, as an edge in front of it does. */
function clientOf(api: string, as: string): ApiClient {
  return new ApiClient(as, (input, init) => fetch(typeof input === 'string' ? input.replace(as, api) : input, init));
}

async function workingVersion(api: string): Promise<string | false> {
  const response = await fetch(`${api}/api/health`, { signal: AbortSignal.timeout(10_000) });
  return response.ok && ((await response.json()) as { version: string }).version;
}

async function text(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
