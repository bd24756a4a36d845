import { expect, it } from '@jest/globals';
import { judgePassword } from './judge-password.js';

const ada = ['ada.lovelace@example.com', 'Ada Lovelace', 'Analytical Engines'];

it.each([
  ['violet', 'short'], ['🔑🔑🔑🔑🔑🔑', 'short'],
  ['password123456', 'common'], ['Passwort1234', 'common'], ['correcthorsebatterystaple', 'common'], ['letmeinplease', 'common'],
  ['1984-10-12 1984', 'dates'], ['20102011201220', 'dates'], ['aaaaaaaaaaaa', 'repeats'], ['abcdefghijklm', 'repeats'],
  ['qwertyuiop[]', 'keys'],
  ['AdaLovelace2026', 'known'], ['ada.lovelace1', 'known'], ['AnalyticalEngines1!', 'known'],
])('calls %s weak: %s', (password, reason) => expect(judgePassword(password, ada)).toEqual({ strength: 'weak', reason }));

it.each(['Summer2026!!', 'P@ssw0rd!!!!', '1q2w3e4r5t6y', 'michael12345', 'passwordpasswordpasswordpasswordpassword'])(
  'calls %s weak, as the server does', (password) => expect(judgePassword(password, ada).strength).toBe('weak'),
);

it.each([['otter juggle', 'good'], ['x8#kP2!qLm9z', 'good'], ['seven tame otters juggle', 'strong'], [`${'password'.repeat(5)} violet kettle orbit`, 'strong']])(
  'calls %s %s', (password, strength) => expect(judgePassword(password, ada)).toEqual({ strength }),
);
