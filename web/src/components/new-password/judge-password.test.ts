import { expect, it } from '@jest/globals';
import { weaknessOf } from './judge-password.js';

const ada = ['ada.lovelace@example.com', 'Ada Lovelace', 'Analytical Engines'];

it.each([
  ['violet', 'short'], ['🔑🔑🔑🔑🔑🔑', 'short'],
  ['password123456', 'common'], ['Passwort1234', 'common'], ['correcthorsebatterystaple', 'common'], ['letmeinplease', 'common'],
  ['1984-10-12 1984', 'dates'], ['20102011201220', 'dates'], ['aaaaaaaaaaaa', 'repeats'], ['abcdefghijklm', 'repeats'],
  ['qwertyuiop[]', 'keys'],
  ['AdaLovelace2026', 'known'], ['ada.lovelace1', 'known'], ['AnalyticalEngines1!', 'known'],
])('says why %s is weak: %s', (password, weakness) => expect(weaknessOf(password, ada)).toBe(weakness));

it.each(['Summer2026!!', 'P@ssw0rd!!!!', '1q2w3e4r5t6y', 'michael12345', 'passwordpasswordpasswordpasswordpassword'])(
  'finds %s weak, as the server does', (password) => expect(weaknessOf(password, ada)).not.toBeNull(),
);

it.each(['otter juggle', 'x8#kP2!qLm9z', 'seven tame otters juggle', `${'password'.repeat(5)} violet kettle orbit`])(
  'has nothing against %s', (password) => expect(weaknessOf(password, ada)).toBeNull(),
);
