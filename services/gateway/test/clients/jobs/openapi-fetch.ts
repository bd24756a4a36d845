import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './api.js';

const origin = process.env['ORIGIN'] ?? '';
const api = createClient<paths>({ baseUrl: origin });

/** A browser keeps the cookie by itself. */
const session: Middleware & { cookie: string; csrfToken: string } = {
  cookie: '',
  csrfToken: '',
  onRequest({ request }) {
    if (this.cookie) request.headers.set('Cookie', this.cookie);
    if (this.csrfToken) request.headers.set('X-CSRF-Token', this.csrfToken);
  },
  onResponse({ response }) {
    const [set] = response.headers.getSetCookie();
    if (set) this.cookie = set.split(';')[0] ?? '';
  },
};
session.onRequest = session.onRequest?.bind(session);
session.onResponse = session.onResponse?.bind(session);
api.use(session);

/** What came well; a problem is a reason to stop. */
function good<T>({ data, error }: { data?: T; error?: unknown }): NonNullable<T> {
  if (data === undefined || data === null) throw new Error(JSON.stringify(error));
  return data;
}

async function pages(): Promise<string[][]> {
  const filter: components['schemas']['CompanyFilter'] = { and: [{ field: 'name', op: 'startsWith', value: 'Job ' }, { field: 'createdAt', op: 'within', value: '-7d' }] };
  const found: string[][] = [];
  let cursor: string | null | undefined;
  do {
    const query = { filter: JSON.stringify(filter), sort: '-name', limit: 2, ...(cursor && { cursor }) };
    const page = good(await api.GET('/api/v1/companies', { params: { query } }));
    found.push(page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

async function main() {
  good(await api.POST('/api/v1/auth/sign-up', { body: { email: `${crypto.randomUUID()}@example.com`, password: 'seven tame otters juggle', name: 'Ada', workspaceName: 'Acme' } }));
  const { csrfToken, workspace } = good(await api.GET('/api/v1/session'));
  session.csrfToken = csrfToken;

  const company = good(await api.POST('/api/v1/companies', {
    body: { name: 'Job 1', annualRevenue: { amount: '1000.00', currency: 'EUR' }, address: { city: 'Köln', country: 'DE' }, custom: { tier: 'gold', seats: 5, tags: ['a', { deep: null }] } },
  }));
  for (const name of ['Job 2', 'Job 3', 'Other']) good(await api.POST('/api/v1/companies', { body: { name } }));
  const contact = good(await api.POST('/api/v1/contacts', { body: { firstName: 'Grace', emails: [{ email: 'grace@example.com', label: 'work', primary: true }], companyId: company.id, custom: { vip: true } } }));

  // What was read is written back as it is, with one change.
  const { version, annualRevenue, address, custom } = good(await api.GET('/api/v1/companies/{id}', { params: { path: { id: company.id } } }));
  const change = { params: { path: { id: company.id }, header: { 'X-Workspace-Id': workspace.id } }, body: { version, annualRevenue, address, custom, industry: 'Ships' } };
  const patched = await api.PATCH('/api/v1/companies/{id}', change);
  const stale = await api.PATCH('/api/v1/companies/{id}', { ...change, body: { ...change.body, industry: 'Rail' } });
  const missing = await api.GET('/api/v1/contacts/{id}', { params: { path: { id: company.id } } });

  return {
    contact: { company: contact.company?.name, custom: contact.custom, email: contact.emails[0]?.email },
    pages: await pages(),
    patched: { industry: patched.data?.industry, annualRevenue: patched.data?.annualRevenue, address: patched.data?.address, custom: patched.data?.custom },
    undoable: patched.response.headers.has('Change-Set-Id'),
    stale: stale.error && 'current' in stale.error && { code: stale.error.code, current: stale.error.current?.industry },
    missing: { status: missing.response.status, code: missing.error?.code },
    pipelines: good(await api.GET('/api/v1/pipelines')).nextCursor,
  };
}

process.stdout.write(JSON.stringify(await main()));
