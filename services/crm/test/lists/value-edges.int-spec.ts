import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { ListRequest } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { companyList } from '../../src/companies/companies.repository.js';
import { contactList } from '../../src/contacts/contact-list.js';
import { dealList } from '../../src/deals/deal-list.js';
import type { FieldType } from '../../src/lists/list-field.js';
import { taskList } from '../../src/tasks/task-list.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
});
afterAll(() => crm.stop());

const list = {
  company: (request: ListRequest): Promise<unknown> => crm.client(CompanyServiceService).listCompanies({ list: request }, ada),
  contact: (request: ListRequest): Promise<unknown> => crm.client(ContactServiceService).listContacts({ list: request }, ada),
  deal: (request: ListRequest): Promise<unknown> => crm.client(DealServiceService).listDeals({ list: request }, ada),
  task: (request: ListRequest): Promise<unknown> => crm.client(TaskServiceService).listTasks({ list: request, linkedTo: undefined }, ada),
};

interface Edges {
  /** The least and the largest. */
  held: string[];
  /** One past them, and what only looks like a value. */
  refused: string[];
}

const no = ['', 'NaN', 'Infinity', '1e3', '0x10', '1,5', '9'.repeat(40)];
const edges: Partial<Record<FieldType, Edges>> = {
  integer: { held: ['-2147483648', '0', '2147483647'], refused: [...no, '-2147483649', '2147483648', '1.5'] },
  money: { held: ['0', '999999999999'], refused: [...no, '1000000000000', '-1'] },
  day: { held: ['0001-01-01', '9999-12-31', '2028-02-29'], refused: [...no, '0000-12-31', '10000-01-01', '2026-02-29', 'infinity', 'now'] },
  instant: { held: ['0001-01-02', '9999-12-30', '2026-05-04T23:59:59.999999Z'], refused: [...no, '0000-12-31', '10000-01-01', '2026-02-29', '2026-05-04T24:01:00Z', 'infinity', 'now'] },
};

const fields = [companyList, contactList, dealList, taskList].flatMap(({ kind, fields: known }) =>
  Object.entries(known).flatMap(([name, { type }]): [string, keyof typeof list, string, FieldType, Edges][] => {
    const found = edges[type];
    return found ? [[`${kind}.${name}`, kind, name, type, found]] : [];
  }));

const ask = (kind: keyof typeof list, field: string, op: string, ...values: string[]): Promise<unknown> =>
  list[kind]({ limit: 0, cursor: '', sort: [], filter: { and: undefined, or: undefined, condition: { field, op, values } }, count: true });

describe('values at the edge of what a field holds', () => {
  it('are tried on every field of numbers, money and time', () => {
    expect(fields.map(([name]) => name)).toEqual(expect.arrayContaining(['company.annualRevenue', 'deal.amount', 'deal.probability', 'deal.expectedClose', 'task.dueDate', 'contact.createdAt']));
  });

  it.each(fields)('%s takes its least and its largest by every comparison', async (_name, kind, field, type, { held }) => {
    for (const value of held) {
      for (const op of ['eq', 'ne', 'lt', 'lte', 'gt', 'gte']) await ask(kind, field, op, value);
      await ask(kind, field, 'between', value, value);
    }
    if (type === 'day' || type === 'instant') for (const days of ['-9999d', '+9999d']) await ask(kind, field, 'within', days);
  });

  it.each(fields)('%s refuses what lies beyond', async (_name, kind, field, type, { refused }) => {
    for (const value of refused) {
      for (const op of ['eq', 'lte']) await expect(ask(kind, field, op, value)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'filter'));
      await expect(ask(kind, field, 'between', '1', value)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'filter'));
    }
    if (type === 'day' || type === 'instant') await expect(ask(kind, field, 'within', '-10000d')).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'filter'));
  });
});
