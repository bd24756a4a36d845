import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

it('the hint at a new password has the figures of auth, which decides', () => {
  const sources = (folder: string, names: string[]) => names.map((name) => fs.readFileSync(path.resolve(import.meta.dirname, folder, name), 'utf8')).join('\n');
  const figures = (source: string) => ['MIN_LENGTH', 'GUESSES_MIN', 'LOOKED_AT', 'FAMOUS'].map((name) => new RegExp(`^const ${name} = .+;$`, 'm').exec(source)?.[0] ?? `no ${name}`).concat(/l33tMaxSubstitutions: \d+/.exec(source)?.[0] ?? '');
  const decided = figures(sources('../../services/auth/src/passwords', ['password-rules.ts', 'password-strength.ts']));
  expect(decided.join()).toContain('const MIN_LENGTH = ');
  expect(figures(sources('../src/components/new-password', ['judge-password.ts']))).toEqual(decided);
});
