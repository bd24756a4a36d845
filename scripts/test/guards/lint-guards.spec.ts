import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { guards } from '../../lint/guards.js';

const clone = path.resolve(import.meta.dirname, '../../..');
const eslint = new ESLint({
  cwd: clone,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } } }, ...guards],
});

async function messagesFor(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(clone, file) });
  return result!.messages.map(({ message }) => message);
}

const component = 'web/src/features/deals/components/card.tsx';

describe('the lint rules of this repository', () => {
  it.each([
    ['the environment outside of config.ts', 'services/crm/src/deals/deals.service.ts', 'export const a = process.env.PORT;', /config\.ts/],
    ['a default export', 'services/crm/src/deals/deal.ts', 'export default 1;', /by name/],
    ['a raw colour', component, 'export const a = <i style={{ color: "#ff0000" }} />;', /token/],
    ['a raw colour in a template', component, 'export const a = `1px solid rgb(1 2 3)`;', /token/],
    ['a colour of the palette', component, 'export const a = <i className="p-2 bg-red-500" />;', /token/],
    ['storage of the browser outside of its one place', component, 'export const a = window.localStorage.length;', /lib\/storage/],
    ['code that comes late and gives up without a network', component, "import { lazy } from 'react';\nexport const a = lazy;", /lazyPart/],
    ['unfinished work', 'services/crm/src/deals/deal.ts', '// TODO: later\nexport {};', /TODO/],
    ['a switched-off type check', 'services/crm/src/deals/deal.ts', '// @ts-ignore\nexport {};', /ts-ignore/],
    ['a switched-off lint rule', 'services/crm/src/deals/deal.ts', '/* eslint-disable no-var */\nexport {};', /eslint-disable/],
    ['a long function', 'services/crm/src/deals/deal.ts', `export function long(): void {\n${'  Math.random();\n'.repeat(60)}}\n`, /too many lines/],
    ['a long file', 'services/crm/src/deals/deal.ts', 'export {};\n'.repeat(301), /too many lines/],
  ])('refuse %s', async (_what, file, code, expected) => {
    expect((await messagesFor(file, code)).join('\n')).toMatch(expected);
  });

  it.each([
    ['the environment in config.ts', 'services/crm/src/config.ts', 'export const a = process.env.PORT;'],
    ['anchors, ids and colour tokens', component, 'export const a = <a href="#top" className="bg-surface text-muted border-b">{"#12"}</a>;'],
    ['a long test', 'services/crm/test/deals/x.int-spec.ts', `export function long(): void {\n${'  Math.random();\n'.repeat(60)}}\n`],
  ])('accept %s', async (_what, file, code) => {
    expect(await messagesFor(file, code)).toEqual([]);
  });
});
