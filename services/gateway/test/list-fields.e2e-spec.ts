import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FieldType, ListFields, SortedFields } from '../src/http/filters.dto.js';
import { noteFields } from '../src/notes/notes.dto.js';
import { filteredLists } from '../src/openapi/filters.js';
import { type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
let person: Person;
beforeAll(async () => {
  stack = await startStack();
  person = await signUp(stack.origin);
  for (const [name, day] of [['Birke', '02'], ['Ahorn', '03'], ['Zeder', '01']]) {
    const { id } = (await person.post('/api/v1/companies', { name })).json<{ id: string }>();
    await person.post('/api/v1/notes', { record: { kind: 'company', id }, body: name });
    await person.post('/api/v1/contacts', { lastName: name });
    await person.post('/api/v1/deals', { name });
    await person.post('/api/v1/tasks', { subject: name, dueDate: `2026-05-${day}` });
  }
});
afterAll(() => stack.stop());

const paths: Readonly<Record<string, string>> = { Company: 'companies', Contact: 'contacts', Deal: 'deals', Task: 'tasks', Note: 'notes' };
const list = (fields: SortedFields, query: Record<string, string>) => person.get(`/api/v1/${paths[fields.name] ?? fields.name}?${new URLSearchParams(query)}`);
const filtered = (fields: ListFields, field: string, value: string) => list(fields, { filter: JSON.stringify({ field, op: 'eq', value }) });

async function refusal(reply: Promise<{ json<T>(): T }>): Promise<string> {
  const { errors = [] } = (await reply).json<{ errors?: { message: string }[] }>();
  return errors[0]?.message ?? '';
}

/** Of "There is no field ...; there are name, createdAt." */
const namesIn = (message: string): string[] => /there are (.+)\.$/.exec(message)?.[1]?.split(', ') ?? [];

/** What a value that no type but a word may have is said to have to be. */
const hints: readonly (readonly [FieldType, RegExp])[] = [
  ['text', /a text/], ['phone', /phone/], ['id', /an id/], ['instant', /an instant/], ['day', /a day/], ['integer', /whole number/], ['money', /an amount/], ['boolean', /true or false/],
];

async function typeOf(fields: ListFields, field: string): Promise<FieldType> {
  const message = await refusal(filtered(fields, field, ' '));
  return hints.find(([, hint]) => hint.test(message))?.[0] ?? 'word';
}

describe.each(filteredLists.map((fields) => [fields.name, fields] as const))('the document names of the list of %s', (_name, fields) => {
  it('every field to filter by that the service takes, with the type of its values, and no other', async () => {
    const names = namesIn(await refusal(filtered(fields, 'nope', 'x')));
    const accepted = await Promise.all(names.map(async (field) => [field, await typeOf(fields, field)] as const));
    expect(fields.filters).toEqual(Object.fromEntries(accepted));
  });

});

describe.each([...filteredLists, noteFields].map((fields) => [fields.name, fields] as const))('the document names of the list of %s', (_name, fields) => {
  it('every order that the service takes, and no other', async () => {
    expect(fields.sorts).toEqual(namesIn(await refusal(list(fields, { sort: 'nope' }))));
    for (const sort of fields.sorts) expect((await list(fields, { sort: `-${sort},${fields.sorts.find((other) => other !== sort)}` })).status).toBe(200);
  });

  it('the order that it has without "sort"', async () => {
    const order = async (query: Record<string, string>) => (await list(fields, query)).json<{ items: { id: string }[] }>().items.map(({ id }) => id);
    const usual = await order({});
    expect(usual).toHaveLength(3);
    expect(await order({ sort: fields.usually })).toEqual(usual);
    expect(await order({ sort: fields.usually.startsWith('-') ? fields.usually.slice(1) : `-${fields.usually}` })).toEqual(usual.toReversed());
  });
});
