import { describe, expect, it } from '@jest/globals';
import { contactInput, nameOf, newContact, requireName } from './contact.js';

const emails = (...texts: string[]) => contactInput.parse({ emails: texts.map((email) => ({ email, label: '', primary: false })) }).emails;
const blank = newContact('somebody');

describe('the emails of a contact', () => {
  it('are in lower case, each once, the first one primary', () => {
    expect(emails('Ada@Example.com', 'b@c.example', 'ADA@example.com')).toEqual([
      { email: 'ada@example.com', label: 'work', primary: true }, { email: 'b@c.example', label: 'work', primary: false },
    ]);
  });

  it('have one primary, the first that says so', () => {
    const given = ['a', 'b', 'c'].map((name, index) => ({ email: `${name}@x.example`, label: 'home', primary: index > 0 }));
    expect(contactInput.parse({ emails: given }).emails?.map(({ primary }) => primary)).toEqual([false, true, false]);
  });

  it.each(['ada', 'ada@', '@x.example', 'ada@x', 'a da@x.example', 'ada@x..example', 'ada@-x.example', 'ada@x.example, b@c.example', '"ada"@x.example', `${'a'.repeat(250)}@x.example`])('%p is none', (text) => {
    expect(() => emails(text)).toThrow();
  });

  it.each(['ada.lovelace+crm@x.example', "o'brien@x.example", 'ada@sub.domain.example', 'ada@müller.example'])('%p is one', (text) => {
    expect(emails(text)?.[0]?.email).toBe(text);
  });
});

describe('the name of a contact', () => {
  it('is the name, else the primary email', () => {
    expect(nameOf({ ...blank, firstName: 'Ada', lastName: 'Lovelace' })).toBe('Ada Lovelace');
    expect(nameOf({ ...blank, lastName: 'Lovelace' })).toBe('Lovelace');
    expect(nameOf({ ...blank, emails: [{ email: 'a@x.example', label: 'work', primary: false }, { email: 'b@x.example', label: 'work', primary: true }] })).toBe('b@x.example');
  });

  it('is needed in one form', () => {
    expect(() => requireName(blank)).toThrow(expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field: 'lastName', code: 'REQUIRED' })] }));
    expect(() => requireName({ ...blank, firstName: 'Ada' })).not.toThrow();
  });
});
