import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { configurationPage, exampleFile } from '../src/docs/configuration-pages.js';
import { keysOf } from '../src/docs/configuration.js';
import { errorsIn } from '../src/docs/errors.js';
import { outdatedPages } from '../src/docs/pages.js';

const definition = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('Where it listens'),
  KEY: z.string().min(1).meta({ secret: true }).describe('Signs things').meta({ secret: true, description: 'Signs things' }),
  DSN: z.url().meta({ secret: true }).optional().describe('Where errors go'),
  MODE: z.enum(['a', 'b']).default('a').describe('How it works'),
});
const service = { service: 'crm', keys: keysOf(definition) };

describe('the pages about configuration', () => {
  it('read default, limits, choices and secrecy from the declaration', () => {
    expect(service.keys).toMatchObject([
      { name: 'PORT', description: 'Where it listens', type: 'whole number from 0 to 65535', default: '8080', required: false, secret: false },
      { name: 'KEY', description: 'Signs things', type: 'text', required: true, secret: true },
      { name: 'DSN', description: 'Where errors go', type: 'address', required: false, secret: true },
      { name: 'MODE', description: 'How it works', type: 'a, b', default: 'a', required: false, secret: false },
    ]);
  });

  it('ask for required keys and show the others with their defaults', () => {
    expect(exampleFile(service)).toMatch(/\nKEY=\n/);
    expect(exampleFile(service)).toMatch(/\n#PORT=8080\n/);
    expect(configurationPage([service])).toContain('| `KEY` | Signs things | text, **secret** | **required** |');
  });
});

describe('the page about errors', () => {
  it('reads code, kind, sentence and remark from a class', () => {
    const source = `/** Also when it is over. */
export class GoneError extends DomainError {
  constructor(readonly name: string) {
    const message = \`There is no \${name} any more.\`;
    super('notFound', 'GONE', message, { fields: [] });
  }
}
export class TooLargeError extends HttpError {
  constructor() {
    super(413, 'Too large', 'TOO_LARGE', 'That is too much.');
  }
}
class Other extends Error {}`;
    expect(errorsIn('services/crm/src/x/x.errors.ts', source)).toEqual([
      { code: 'GONE', kind: 'notFound', message: 'There is no {name} any more.', comment: 'Also when it is over.', file: 'services/crm/src/x/x.errors.ts' },
      { code: 'TOO_LARGE', kind: '413', message: 'That is too much.', comment: '', file: 'services/crm/src/x/x.errors.ts' },
    ]);
  });
});

describe('the check of generated pages', () => {
  it('names a page that differs and one that is missing', () => {
    const pages = new Map([['a.md', 'A'], ['b.md', 'B'], ['c.md', 'C']]);
    expect(outdatedPages(pages, (file) => ({ 'a.md': 'A', 'b.md': 'old' })[file] ?? null)).toEqual(['b.md', 'c.md']);
  });
});
