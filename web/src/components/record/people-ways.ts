import type { Schemas } from '@/lib/api/api-types.js';
import { contactName, primaryOf } from '@/lib/records/contact-name.js';
import type { Way } from './reach-act.js';

type Person = Pick<Schemas['Contact'], 'id' | 'firstName' | 'lastName' | 'emails' | 'phones'>;

/** How each of these people is reached best. */
export function peopleWays(people: readonly Person[]): { email: Way[]; call: Way[] } {
  const ways = (valueOf: (person: Person) => string | undefined): Way[] => people.flatMap((person) => {
    const value = valueOf(person);
    return value ? [{ id: person.id, name: contactName(person), value }] : [];
  });
  return { email: ways(({ emails }) => primaryOf(emails)?.email), call: ways(({ phones }) => primaryOf(phones)?.phone) };
}
