import fs from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { discreet } from '../../src/embedded/postgres.js';
import { documentedValues } from '../../src/docs/chart-readme.js';
import { inRepository } from '../../src/repository.js';

const read = (file: string): string => fs.readFileSync(inRepository('charts/crm-vision', file), 'utf8');
const templates = fs.readdirSync(inRepository('charts/crm-vision/templates'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(yaml|tpl)$/.test(file));

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
}

/** Paths of objects that take any key. */
function openObjects(schema: Schema, path: string): string[] {
  const here = schema.type === 'object' && schema.additionalProperties === undefined ? [path] : [];
  return [...here, ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => openObjects(part, `${path}.${key}`))];
}

describe('the chart', () => {
  it('has the version of the product', () => {
    const { version } = JSON.parse(fs.readFileSync(inRepository('package.json'), 'utf8')) as { version: string };
    expect(parse(read('Chart.yaml'))).toMatchObject({ version, appVersion: version });
  });

  it('takes no value that its schema does not know', () => {
    const schema = JSON.parse(read('values.schema.json')) as Schema & { $defs: Record<string, Schema> };
    const open = [...openObjects(schema, 'values'), ...Object.entries(schema.$defs).flatMap(([name, part]) => openObjects(part, name))];
    // Helm's own: values that it hands on to charts below this one.
    expect(open).toEqual(['values.global']);
  });

  it('has PostgreSQL write as little about people to its log as the embedded one does', () => {
    for (const [name, value] of Object.entries(discreet)) {
      expect(read('golden/dev.yaml')).toContain(`- ${name}=${value}\n`);
      expect(read('golden/production.yaml')).toMatch(new RegExp(`${name}: "?${value}"?\\n`));
    }
  });

  it('says of each value what it is for', () => {
    expect(documentedValues(read('values.yaml')).filter(({ description }) => description === undefined)).toEqual([]);
    expect(documentedValues('a: 1\nb:\n  # -- What it is\n  c: 2\n')).toEqual([
      { key: 'a', description: undefined, fallback: '1' }, { key: 'b.c', description: 'What it is', fallback: '2' },
    ]);
  });

  it('has no chance and no look at the cluster in its templates, so that it renders the same everywhere', () => {
    const found = templates.filter((file) => /\b(randAlpha|randNumeric|randAscii|randBytes|genPrivateKey|genCA|genSelfSignedCert|lookup|now|uuidv4)\b/.test(read(`templates/${file}`).replace(/\{\{-? *\/\*[\s\S]*?\*\//g, '')));
    expect(found).toEqual([]);
  });
});
