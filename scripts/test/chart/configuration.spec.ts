import fs from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { goldenFile } from '../../src/chart/golden.js';
import { setByChart, setByLauncher } from '../../src/docs/chart-schema.js';
import { type Key, readConfigurations } from '../../src/docs/configuration.js';
import { inRepository } from '../../src/repository.js';

interface Rendered {
  kind?: string;
  metadata: { name: string };
  data?: Record<string, string>;
  spec?: { template?: { spec: { containers: { env?: { name: string }[] }[] } } };
}

const services = ['auth', 'crm', 'crm-worker', 'gateway'];
const rendered = parseAllDocuments(fs.readFileSync(goldenFile('production'), 'utf8')).map((document) => document.toJS() as Rendered | null).filter((each) => each !== null);
const schema = JSON.parse(fs.readFileSync(inRepository('charts/crm-vision/values.schema.json'), 'utf8')) as { $defs: Record<string, { properties: Record<string, unknown> }> };
const page = fs.readFileSync(inRepository('docs/configuration.md'), 'utf8');
const declared = new Map<string, Key[]>();
const sorted = (keys: Iterable<string>): string[] => [...new Set(keys)].toSorted();

beforeAll(async () => {
  for (const { service, keys } of await readConfigurations()) declared.set(service, keys);
});

const find = (kind: string, service: string): Rendered => rendered.find((each) => each.kind === kind && each.metadata.name === `crm-${service}`)!;
const settings = (service: string): string[] => Object.keys(find('ConfigMap', service).data!);
const secrets = (service: string): string[] => find('Deployment', service).spec!.template!.spec.containers[0]!.env!.map(({ name }) => name);
const free = (service: string): string[] => Object.keys(schema.$defs[`${service.replace(/-(\w)/, (_match, letter: string) => letter.toUpperCase())}Env`]!.properties);

describe.each(services)('the settings of %s', (service) => {
  it('are the same in the code, in the docs and in the chart', () => {
    const inCode = declared.get(service)!.map(({ name }) => name);
    const documented = [...page.split(`\n## ${service}\n`)[1]!.split('\n## ')[0]!.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!);
    const inChart = [...settings(service), ...secrets(service), ...free(service), ...setByLauncher.filter((name) => inCode.includes(name))];
    expect(sorted(documented)).toEqual(sorted(inCode));
    expect(sorted(inChart)).toEqual(sorted(inCode));
  });

  it('are in a Secret when they are secret, and in a ConfigMap when they are not', () => {
    const secretKeys = declared.get(service)!.filter(({ secret }) => secret).map(({ name }) => name);
    expect(sorted(secrets(service))).toEqual(sorted(secretKeys));
    expect(settings(service).filter((name) => secretKeys.includes(name))).toEqual([]);
  });

  it('have every key that is required', () => {
    const required = declared.get(service)!.filter((key) => key.required).map(({ name }) => name);
    expect([...settings(service), ...secrets(service)]).toEqual(expect.arrayContaining(required));
  });

  it('leave to people what the chart does not work out', () => {
    expect(free(service).filter((name) => setByChart.includes(name))).toEqual([]);
    expect(settings(service).filter((name) => !setByChart.includes(name) && !free(service).includes(name))).toEqual([]);
  });
});
