import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advisories } from '../../src/delivery/checks/audit.js';
import { standIn, type StandIn } from './stand-in.js';

/** A project whose lockfile names one package, and a registry in the place of the real one. */
let folder: string;
let registry: StandIn;
let answer: { status?: number; body?: unknown } = {};
beforeAll(async () => {
  registry = await standIn(() => answer);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-audit-'));
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'seeded', version: '1.0.0', dependencies: { minimist: '0.0.8' } }));
  fs.writeFileSync(path.join(folder, '.npmrc'), `registry=${registry.url}/\n`);
  fs.writeFileSync(path.join(folder, 'pnpm-workspace.yaml'), 'fetchRetries: 0\n');
  fs.writeFileSync(path.join(folder, 'pnpm-lock.yaml'), [
    "lockfileVersion: '9.0'", 'settings:', '  autoInstallPeers: true', '  excludeLinksFromLockfile: false', 'importers:', '  .:', '    dependencies:', '      minimist:', '        specifier: 0.0.8', '        version: 0.0.8',
    'packages:', '  minimist@0.0.8:', '    resolution: {integrity: sha512-miQKw5Hv4NS1Psg2517mV4e4dYNaO3++hjAvLOAzKqZ61rH8NS1SK+vbfBWZ5PY/Me/bEWhUwqMghEW5Fb9T7Q==}', 'snapshots:', '  minimist@0.0.8: {}', '',
  ].join('\n'));
});
afterAll(async () => {
  await registry.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const known = { minimist: [{ id: 1, github_advisory_id: 'GHSA-xvch-5gv4-984h', url: 'https://github.com/advisories/GHSA-xvch-5gv4-984h', title: 'Prototype pollution', severity: 'critical', vulnerable_versions: '<0.2.4', cwe: [], cvss: { score: 9.8, vectorString: null } }] };

describe('known weaknesses', () => {
  it('are named with their severity', async () => {
    answer = { body: known };
    expect(await advisories(folder)).toMatchObject([{ module: 'minimist', severity: 'critical', url: 'https://github.com/advisories/GHSA-xvch-5gv4-984h' }]);
    expect(JSON.stringify(registry.heard.map(({ body }) => body))).toContain('0.0.8');
  });

  it('are none when the registry knows none', async () => {
    answer = { body: {} };
    expect(await advisories(folder)).toEqual([]);
  });

  it.each([[405, {}], [500, {}], [200, 'an error page']])('are not "none" when the registry answers %i %j', async (status, body) => {
    answer = { status, body };
    await expect(advisories(folder)).rejects.toThrow('so this is not clean');
  });
});
