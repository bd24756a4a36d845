import type { Schemas } from '@/lib/api/api-types.js';

export const me = '0192f0c1-0000-7000-8000-000000000001';
export const colleague = '0192f0c1-0000-7000-8000-000000000002';
const at = '2026-05-04T09:30:00.000Z';

const stamps = { createdAt: at, createdBy: me, updatedAt: at, updatedBy: me, version: 1, deletedAt: null };

export function anId(number: number): string {
  return `0192f0c1-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export function aMember(part: Partial<Schemas['Member']> = {}): Schemas['Member'] {
  return { userId: me, name: 'Ada Lovelace', email: 'ada@example.com', role: 'owner', status: 'active', joinedAt: at, ...part };
}

export function aSession(): Schemas['Session'] {
  const workspace: Schemas['Workspace'] = { id: anId(9), name: 'Acme', slug: 'acme', role: 'owner', timeZone: 'Europe/Berlin', locale: 'en', country: 'DE', version: 1 };
  return {
    user: { id: me, email: 'ada@example.com', name: 'Ada Lovelace', locale: 'en', theme: 'system', shortcuts: true, timeZone: 'Europe/Berlin', dateOrder: 'mdy', clock: 'h12', numberFormat: 'commaPoint', weekStart: 'sun', version: 1 },
    workspace,
    workspaces: [workspace],
    permissions: ['records.read', 'records.write', 'records.purge', 'settings.write', 'members.manage', 'sample_data.manage'],
    csrfToken: 'token',
  };
}

export function aContact(part: Partial<Schemas['Contact']> = {}): Schemas['Contact'] {
  return {
    id: anId(100), firstName: 'Grace', lastName: 'Hopper', title: 'Admiral', emails: [{ email: 'grace@navy.example', label: 'work', primary: true }], phones: [],
    companyId: null, company: null, ownerId: me, lifecycle: 'lead', address: null, tags: [], custom: {}, source: null, doNotContact: false, ...stamps, ...part,
  };
}

export function aTask(part: Partial<Schemas['Task']> = {}): Schemas['Task'] {
  return {
    id: anId(200), subject: 'Call Charles', description: null, dueDate: null, dueTime: null, priority: 'normal', status: 'open', assigneeId: me, completedAt: null, links: [], ...stamps, ...part,
  };
}

export function currencies(part: Partial<Schemas['KnownCurrencies']> = {}): Schemas['KnownCurrencies'] {
  const known = Object.entries({ CAD: 2, CHF: 2, EUR: 2, GBP: 2, HUF: 2, IQD: 3, JPY: 0, KWD: 3, NOK: 2, SEK: 2, USD: 2 }).map(([currency, digits]) => ({ currency, digits }));
  return { defaultCurrency: 'EUR', rates: [], version: 1, known, ...part };
}

export function aDay(part: Partial<Schemas['MyDay']> = {}): Schemas['MyDay'] {
  const none = { items: [], more: false };
  const deals = { overdue: none, closing: none, withoutNextStep: none, standing: none };
  return { today: '2026-05-04', overdue: [], dueToday: [], next: [], doneToday: [], more: false, deals, ...part };
}
