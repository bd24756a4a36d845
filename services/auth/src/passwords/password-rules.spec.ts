import { describe, expect, it } from '@jest/globals';
import { checkPassword } from './password-rules.js';

const ada = { email: 'ada.lovelace@example.com', name: 'Ada Lovelace', workspaceNames: ['Analytical Engines'] };
const codeOf = (password: string): string | undefined => {
  try {
    checkPassword(password, ada, 'password');
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('checkPassword', () => {
  it.each(['short', 'elevenchars', '🔑🔑🔑🔑🔑🔑'])('refuses %s as too short', (password) => expect(codeOf(password)).toBe('PASSWORD_TOO_SHORT'));

  it.each([
    'aaaaaaaaaaaa', '123456789012', 'password1234', 'password123456', 'P@ssw0rd!!!!', 'p4ssw0rd2026', 'abcdefghijklm', 'qwerty-qwerty', 'qwertyuiop12', '1q2w3e4r5t6y', 'zaq12wsxcde3',
    'Summer2026!!', 'Sommer2026!!', 'Winter2025!!', 'October2026!', 'Welcome12345!', 'Passwort1234', 'Hallo12345678', 'fussball2026', 'michael12345', 'jennifer2024', 'iloveyou1234',
    'letmeinplease', 'monkeymonkey', 'administrator1', 'changeme1234', 'superman12345', 'trustno1trustno1', 'correcthorsebatterystaple', 'passwordpasswordpasswordpasswordpassword',
    `${'ab'.repeat(128)}`, 'ichliebedich', 'Willkommen123', 'hallowelt123', 'fußballfussball', 'motdepasse123', 'contraseña123', 'tequieromucho', 'amoremio1234', 'felicidade12',
  ])('refuses %s as easy to guess', (password) => expect(codeOf(password)).toBe('PASSWORD_TOO_COMMON'));

  it.each(['ada.lovelace1', 'AdaLovelace2026', 'lovelace-ada!', 'ada.lovelace@example.com', 'analyticalengines', 'AnalyticalEngines1!', 'AnalyticalEngines2026', '4d4l0v3l4c3!'])(
    'refuses %s, which is made of what is known about the person', (password) => expect(codeOf(password)).toBe('PASSWORD_TOO_COMMON'),
  );

  it.each([
    'violet kettle orbit', 'Tr4ktor-im-Regen', 'seven tame otters juggle', 'a long enough passphrase', 'otter juggle fox', 'my dog is brown', 'Mein Hund ist braun', 'das ist ein satz',
    'x8#kP2!qLm9z', '日本語のパスワード長い文', 'ünïcödé wörds hier', 'aaabcdXYZ quiet lamp', `${'password'.repeat(5)} violet kettle orbit`, `violet kettle orbit ${'a'.repeat(200)}`,
  ])('takes %s', (password) => expect(codeOf(password)).toBeUndefined());

  it('takes no longer for the longest than for any other', () => {
    codeOf('violet kettle orbit');
    const times = ['p4$$w0rd1!', 'a1!', '4@8({[<369&#!1|05$7+2%', '1.1.2020', 'qwertyuiop', 'l1|!i'].map((part) => {
      const startedAt = process.cpuUsage();
      codeOf(part.repeat(256).slice(0, 256));
      const { user, system } = process.cpuUsage(startedAt);
      return (user + system) / 1000;
    });
    expect(Math.max(...times)).toBeLessThan(1000);
  });
});
