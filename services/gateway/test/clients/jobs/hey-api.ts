import { client } from './api/client.gen.js';
import { createCompany, createContact, getCompany, getContact, getSession, listCompanies, listPipelines, signUp, updateCompany } from './api/sdk.gen.js';
import type { CompanyFilter } from './api/types.gen.js';

const session = { cookie: '', csrfToken: '' };
client.setConfig({
  baseUrl: process.env['ORIGIN'] ?? '',
  auth: ({ in: place }) => (place === 'cookie' ? session.cookie : session.csrfToken),
});
/** A browser keeps the cookie by itself. */
client.interceptors.response.use((response) => {
  const [set] = response.headers.getSetCookie();
  if (set) session.cookie = set.slice(set.indexOf('=') + 1, set.indexOf(';'));
  return response;
});

/** What came well; a problem is a reason to stop. */
function good<T>({ data, error }: { data?: T; error?: unknown }): NonNullable<T> {
  if (data === undefined || data === null) throw new Error(JSON.stringify(error));
  return data;
}

async function pages(): Promise<string[][]> {
  const filter: CompanyFilter = { and: [{ field: 'name', op: 'startsWith', value: 'Job ' }, { field: 'createdAt', op: 'within', value: '-7d' }] };
  const found: string[][] = [];
  let cursor: string | null | undefined;
  do {
    const page = good(await listCompanies({ query: { filter: JSON.stringify(filter), sort: '-name', limit: 2, ...(cursor && { cursor }) } }));
    found.push(page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

async function main() {
  good(await signUp({ body: { email: `${crypto.randomUUID()}@example.com`, password: 'seven tame otters juggle', name: 'Ada', workspaceName: 'Acme' } }));
  const { csrfToken, workspace } = good(await getSession());
  session.csrfToken = csrfToken;

  const company = good(await createCompany({
    body: { name: 'Job 1', annualRevenue: { amount: '1000.00', currency: 'EUR' }, address: { city: 'Köln', country: 'DE' }, custom: { tier: 'gold', seats: 5, tags: ['a', { deep: null }] } },
  }));
  for (const name of ['Job 2', 'Job 3', 'Other']) good(await createCompany({ body: { name } }));
  const contact = good(await createContact({ body: { firstName: 'Grace', emails: [{ email: 'grace@example.com' }], companyId: company.id, custom: { vip: true } } }));

  // What was read is written back as it is, with one change.
  const path = { id: company.id };
  const { version, annualRevenue, address, custom } = good(await getCompany({ path }));
  const change = { path, headers: { 'X-Workspace-Id': workspace.id }, body: { version, annualRevenue, address, custom, industry: 'Ships' } };
  const patched = await updateCompany(change);
  const stale = await updateCompany({ ...change, body: { ...change.body, industry: 'Rail' } });
  const missing = await getContact({ path });

  return {
    contact: { company: contact.company?.name, custom: contact.custom, email: contact.emails[0]?.email },
    pages: await pages(),
    patched: { industry: patched.data?.industry, annualRevenue: patched.data?.annualRevenue, address: patched.data?.address, custom: patched.data?.custom },
    undoable: patched.response?.headers.has('Change-Set-Id'),
    stale: stale.error && 'current' in stale.error && { code: stale.error.code, current: stale.error.current?.industry },
    missing: { status: missing.response?.status, code: missing.error?.code },
    pipelines: good(await listPipelines()).nextCursor,
  };
}

process.stdout.write(JSON.stringify(await main()));
