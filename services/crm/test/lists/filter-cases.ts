import { companyList } from '../../src/companies/companies.repository.js';
import { contactList } from '../../src/contacts/contact-list.js';
import { dealList } from '../../src/deals/deal-list.js';
import { taskList } from '../../src/tasks/task-list.js';
import { opsOf } from '../../src/lists/comparison.js';
import type { Condition, FieldType, ListField, ListSource } from '../../src/lists/list-field.js';

export const filteredLists: Readonly<Record<'companies' | 'contacts' | 'deals' | 'tasks', ListSource>> = { companies: companyList, contacts: contactList, deals: dealList, tasks: taskList };

/** A condition to try: on every field, by every operation, for what nothing has and for what much has. */
export interface FilterCase {
  list: keyof typeof filteredLists;
  condition: Condition;
}

const NOBODY = '00000000-0000-7000-8000-000000000000';
const values: Readonly<Record<FieldType, (field: ListField) => readonly [rare: string, common: string]>> = {
  text: () => ['zzznothing', 'exam'], phone: () => ['99999999', '+4930'], word: ({ words }) => (words ? [words[0]!, words.at(-1)!] : ['XX', 'DE']), id: () => [NOBODY, NOBODY.replace('8', '9')],
  instant: () => ['1990-01-01', '2050-01-01'], day: () => ['1990-01-01', '2050-01-01'], integer: () => ['-5', '1000'], money: () => ['0', '999999999'], boolean: () => ['true', 'false'],
};

/** Every condition that the lists take: fields and operations are those of the lists themselves. */
export function filterCases(): FilterCase[] {
  return Object.entries(filteredLists).flatMap(([list, { fields }]) => Object.entries(fields).flatMap(([field, definition]) =>
    opsOf[definition.type].flatMap(withNegation).flatMap((op) => answers(op, ...values[definition.type](definition)).map((each): FilterCase => ({ list: list as FilterCase['list'], condition: { field, op, values: each } })))));
}

const negations: Readonly<Record<string, string>> = { eq: 'ne', in: 'notIn', isNotNull: 'isNull' };
const withNegation = (op: string): string[] => [op, ...(negations[op] === undefined ? [] : [negations[op]])];

function answers(op: string, rare: string, common: string): string[][] {
  switch (op) {
    case 'isNull':
    case 'isNotNull': return [[]];
    case 'within': return [['today'], ['-3000d']];
    case 'between': return [[rare, rare], [rare, common]];
    case 'in':
    case 'notIn': return [[rare, rare], [rare, common]];
    default: return [[rare], [common]];
  }
}
