import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Filter } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { type Day, dayIn } from '../../src/days/day.js';
import { contactInput } from '../contacts/contact-input.js';
import { defaultPipeline, makeDeal } from '../deals/deal-input.js';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';

const where = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });

let crm: TestCrm;
/** One person, as the workspace would be in UTC, in Berlin, and where days begin first and last on earth: a day or two lie between the last two. */
let zones: Record<'UTC' | 'Europe/Berlin' | 'Pacific/Kiritimati' | 'Pacific/Niue', Person>;

beforeAll(async () => {
  crm = await startCrm();
  const utc = await person(crm);
  const inZone = async (timeZone: string): Promise<Person> => ({ ...utc, token: await crm.tokens.sign({ userId: utc.userId, workspaceId: utc.workspaceId, timeZone }) });
  zones = { UTC: utc, 'Europe/Berlin': await inZone('Europe/Berlin'), 'Pacific/Kiritimati': await inZone('Pacific/Kiritimati'), 'Pacific/Niue': await inZone('Pacific/Niue') };
});
afterAll(() => crm.stop());

describe('days in filters are those of the workspace', () => {
  const list = (filter: Filter) => ({ list: { limit: 0, cursor: '', sort: [], filter, count: false } });

  it.each<[string, string[], number, number]>([
    ['eq', ['2026-05-04'], 1, 0],
    ['eq', ['2026-05-05'], 0, 1],
    ['lte', ['2026-05-04'], 1, 0],
    ['gt', ['2026-05-04'], 0, 1],
    ['gte', ['2026-05-05'], 0, 1],
    ['lt', ['2026-05-05'], 1, 0],
    ['between', ['2026-05-05', '2026-05-06'], 0, 1],
    ['between', ['0001-01-01', '9999-12-31'], 1, 1],
  ])('when an instant is compared: %s %j', async (op, days, inUtc, inBerlin) => {
    const contacts = crm.client(ContactServiceService);
    const { contact } = await contacts.createContact({ input: contactInput({ lastName: `${op} ${days.join()}` }) }, zones.UTC);
    await crm.testDatabase.sql("update crm.contact set created_at = '2026-05-04T23:30:00Z' where id = $1", [contact?.id]);
    const found = async (who: Person): Promise<number> =>
      (await contacts.listContacts({ list: { ...list(where('createdAt', op, ...days)).list, filter: { and: { filters: [where('createdAt', op, ...days), where('lastName', 'eq', `${op} ${days.join()}`)] }, or: undefined, condition: undefined } } }, who)).contacts.length;
    expect([await found(zones.UTC), await found(zones['Europe/Berlin'])]).toEqual([inUtc, inBerlin]);
  });

  it('when "today" is meant, of a day and of an instant', async () => {
    const deals = crm.client(DealServiceService);
    await defaultPipeline(crm, zones.UTC);
    const [today, elsewhere] = ['Pacific/Kiritimati', 'Pacific/Niue'].map((zone) => dayIn(zone, new Date())) as [Day, Day];
    // For an hour a day the two are two days apart, and only the end of the one is not in the other.
    const ofOneAlone = today.startsAt >= elsewhere.endsAt || today.startsAt < elsewhere.startsAt ? today.startsAt : new Date(today.endsAt.getTime() - 1);
    const deal = await makeDeal(deals, zones.UTC, { name: 'Early', expectedClose: today.date });
    await crm.testDatabase.sql('update crm.deal set created_at = $2 where id = $1', [deal.id, ofOneAlone]);
    const found = async (field: string, who: Person): Promise<number> => (await deals.listDeals(list(where(field, 'within', 'today')), who)).deals.length;
    for (const field of ['expectedClose', 'createdAt']) {
      expect([await found(field, zones['Pacific/Kiritimati']), await found(field, zones['Pacific/Niue'])]).toEqual([1, 0]);
    }
  });
});
