import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const clone = path.resolve(import.meta.dirname, '../../..');

/** A small repository in which every file with an import breaks the rule that it is named for. */
const files: Record<string, string> = {
  'services/crm/src/deals/first.ts': "import './second';",
  'services/crm/src/deals/second.ts': "import './first';",
  'services/crm/src/deals/lost.ts': "import './nowhere';",
  'services/crm/src/deals/deals.service.ts': "import 'pg';\nimport '../contacts/contacts.repository';\nimport '@crm-vision/proto';\nimport './deal.spec';",
  'services/crm/src/deals/deal.ts': "import '@nestjs/core';",
  'services/crm/src/deals/deal.spec.ts': 'export {};',
  'services/crm/src/contacts/contacts.repository.ts': 'export {};',
  'services/crm/src/contacts/other-service.ts': "import '../../../auth/src/users/user';",
  'services/auth/src/users/user.ts': 'export {};',
  'services/gateway/src/deals/deals.controller.ts': "import 'pg';",
  'services/common/src/errors/index.ts': "import '../../../auth/src/users/user';",
  'web/src/lib/format.ts': "import '../features/deals/board';",
  'web/src/features/deals/board.ts': "import '../../app/shell';\nimport '../contacts/list';",
  'web/src/features/contacts/list.ts': 'export {};',
  'web/src/app/shell.ts': 'export {};',
  'web/tsconfig.json': '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }',
  ...Object.fromEntries(
    ['pg', '@nestjs/core', '@crm-vision/proto'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};'],
    ]),
  ),
};

interface Violation {
  from: string;
  rule: { name: string };
}

describe('the rules of import directions', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-guards-'));
  let violations: Violation[] = [];

  beforeAll(async () => {
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), content);
    }
    const cruiser = path.join(clone, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const args = [cruiser, '--config', path.join(clone, '.dependency-cruiser.cjs'), '--output-type', 'json', 'services', 'web/src'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env: { ...process.env, NODE_OPTIONS: '' } }).catch((error: { stdout: string }) => error);
    violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
  });

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['no-cycles', 'services/crm/src/deals/first.ts'],
    ['no-lost-import', 'services/crm/src/deals/lost.ts'],
    ['database-in-repositories', 'services/crm/src/deals/deals.service.ts'],
    ['repository-stays-home', 'services/crm/src/deals/deals.service.ts'],
    ['contract-at-the-edges', 'services/crm/src/deals/deals.service.ts'],
    ['tests-are-not-imported', 'services/crm/src/deals/deals.service.ts'],
    ['domain-is-bare', 'services/crm/src/deals/deal.ts'],
    ['services-are-apart', 'services/crm/src/contacts/other-service.ts'],
    ['gateway-has-no-database', 'services/gateway/src/deals/deals.controller.ts'],
    ['common-knows-no-service', 'services/common/src/errors/index.ts'],
    ['web-layers-lib', 'web/src/lib/format.ts'],
    ['web-layers-features', 'web/src/features/deals/board.ts'],
    ['web-features-apart', 'web/src/features/deals/board.ts'],
  ])('%s refuses %s', (rule, from) => {
    expect(violations).toContainEqual(expect.objectContaining({ from, rule: expect.objectContaining({ name: rule }) as unknown }));
  });

  it('covers every rule that there is', async () => {
    const { default: config } = (await import(path.join(clone, '.dependency-cruiser.cjs'))) as { default: { forbidden: { name: string }[] } };
    const broken = new Set(violations.map(({ rule }) => rule.name));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });
});
