import { describe, expect, it } from '@jest/globals';
import { noFormats } from './personal-formats.js';
import { changeUser, checkEmail, checkName } from './user.js';

const ada = { id: '1', email: 'ada@example.com', name: 'Ada', locale: 'en', theme: 'system', shortcuts: true, timeZone: null, ...noFormats, version: 1 };

describe('checkEmail', () => {
  it.each([[' Ada@Example.COM ', 'ada@example.com'], ['ada+crm@example.co.uk', 'ada+crm@example.co.uk']])('reads %j as %s', (typed, email) => expect(checkEmail(typed)).toBe(email));

  it.each(['', 'ada', 'ada@', '@example.com', 'ada@example', 'a b@example.com', 'ada@example.com\u0000'])('refuses %j', (typed) => expect(() => checkEmail(typed)).toThrow('This is no email address.'));
});

describe('checkName', () => {
  it('counts letters as people do', () => {
    expect(checkName('🔑'.repeat(120), 'name')).toHaveLength(240);
    expect(() => checkName('🔑'.repeat(121), 'name')).toThrow(/at most 120/);
  });

  it.each(['', '   ', 'a\nb', 'a\u0000b'])('refuses %j', (name) => expect(() => checkName(name, 'name')).toThrow(/name: /));
});

describe('changeUser', () => {
  it('leaves what is not in the change', () => {
    expect(changeUser(ada, {})).toEqual(ada);
    expect(changeUser(ada, { shortcuts: false })).toEqual({ ...ada, shortcuts: false });
  });

  it('takes a choice back by an empty text', () => {
    const chosen = changeUser(ada, { timeZone: 'Pacific/Chatham', dateOrder: 'dmy', clock: 'h23', numberFormat: 'indian', weekStart: 'sat' });
    expect(chosen).toEqual({ ...ada, timeZone: 'Pacific/Chatham', dateOrder: 'dmy', clock: 'h23', numberFormat: 'indian', weekStart: 'sat' });
    expect(changeUser(chosen, { timeZone: '', dateOrder: '', clock: '', numberFormat: '', weekStart: '' })).toEqual(ada);
  });

  it.each([['timeZone', '+02:00'], ['timeZone', 'Mars/Olympus'], ['dateOrder', 'ydm'], ['clock', '24'], ['numberFormat', 'constructor'], ['weekStart', 'monday']])('refuses %s %j', (field, value) => {
    expect(() => changeUser(ada, { [field]: value })).toThrow(expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field })] }));
  });
});
