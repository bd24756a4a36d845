import type { Api } from './api.js';

export interface NamedRecord {
  id: string;
  version: number;
}

const firstNames = ['Grace', 'Alan', 'Edsger', 'Barbara', 'Donald', 'Jürgen'];
const lastNames = ['Hopper', 'Turing', 'Dijkstra', 'Liskov', 'Knuth', 'Müller', 'Nowak'];

export function addCompany(api: Api, name = 'Analytical Engines', more: object = {}): Promise<NamedRecord> {
  return api.post<NamedRecord>('/companies', { name, ...more });
}

export function addContact(api: Api, more: object = {}): Promise<NamedRecord> {
  return api.post<NamedRecord>('/contacts', { firstName: 'Grace', lastName: 'Hopper', title: 'Admiral', emails: [{ email: 'grace@navy.example' }], ...more });
}

const TOGETHER = 20;

/** So many people, every third of them a customer, half of them in Köln. */
export async function addContacts(api: Api, count: number): Promise<void> {
  for (let start = 0; start < count; start += TOGETHER) {
    const batch = Array.from({ length: Math.min(TOGETHER, count - start) }, (_, place) => start + place);
    await Promise.all(batch.map((index) => api.post('/contacts', {
      firstName: firstNames[index % firstNames.length], lastName: `${lastNames[index % lastNames.length]} ${String(index).padStart(3, '0')}`,
      emails: [{ email: `person${index}@example.com` }], lifecycle: index % 3 === 0 ? 'customer' : 'lead', address: { city: index % 2 === 0 ? 'Köln' : 'Bonn' },
    })));
  }
}
