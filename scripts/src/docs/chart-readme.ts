import fs from 'node:fs';
import { isMap, isPair, isScalar, parseDocument, type Pair, type YAMLMap } from 'yaml';
import { inRepository } from '../repository.js';

const readme = 'charts/crm-vision/README.md';
const heading = '## Values\n';

export interface DocumentedValue {
  key: string;
  /** Without it nobody knows what the value is for: the page is refused. */
  description: string | undefined;
  fallback: string;
}

/** charts/crm-vision/README.md: what people wrote above the table stays, the table is made from the comments of values.yaml. */
export function chartReadme(): string {
  const written = fs.readFileSync(inRepository(readme), 'utf8').split(heading)[0]!;
  const values = documentedValues(fs.readFileSync(inRepository('charts/crm-vision/values.yaml'), 'utf8'));
  const mute = values.filter(({ description }) => description === undefined).map(({ key }) => key);
  if (mute.length > 0) throw new Error(`values.yaml says nothing ("# --") about ${mute.join(', ')}.`);
  const rows = values.map(({ key, description, fallback }) => `| \`${key}\` | ${description!.replaceAll('|', '\\|')} | \`${fallback.replaceAll('|', '\\|')}\` |`);
  return `${written}${heading}
<!-- Made from the comments of values.yaml by \`npm run generate\`. -->

| value | what it is | default |
|---|---|---|
${rows.join('\n')}
`;
}

/** Every value that has a comment of its own, and every one that has none and no part that has one. */
export function documentedValues(text: string): DocumentedValue[] {
  const { contents } = parseDocument(text);
  return isMap(contents) ? valuesOf(contents, '', contents.commentBefore) : [];
}

function valuesOf(map: YAMLMap, prefix: string, commentOfFirst: string | null | undefined): DocumentedValue[] {
  return map.items.filter(isPair).flatMap((pair, index) => valueOf(pair, prefix, index === 0 ? commentOfFirst : undefined));
}

/** The parser gives the comment above a map's first key to the map, or to the document. */
function valueOf({ key, value }: Pair, prefix: string, outer: string | null | undefined): DocumentedValue[] {
  const name = isScalar(key) ? String(key.value) : '';
  const description = sentence((isScalar(key) ? key.commentBefore : undefined) ?? outer);
  const path = `${prefix}${name}`;
  if (description === undefined && isMap(value) && value.items.length > 0) return valuesOf(value, `${path}.`, value.commentBefore);
  return [{ key: path, description, fallback: JSON.stringify((value as { toJSON?(): unknown } | null)?.toJSON?.() ?? null) }];
}

/** What follows "--" in the comment; lines that go on are joined. */
function sentence(comment: string | null | undefined): string | undefined {
  const lines = (comment ?? '').split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => line.startsWith('--'));
  return first === -1 ? undefined : lines.slice(first).join(' ').replace(/^--\s*/, '');
}
