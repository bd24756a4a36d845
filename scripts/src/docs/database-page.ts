import { readDatamodel, serviceSchemas } from '../database/migrations-folder.js';

interface Column {
  name: string;
  type: string;
  optional: boolean;
}

interface Table {
  name: string;
  comment: string;
  columns: Column[];
  keys: string[];
}

const types: Readonly<Record<string, string>> = { String: 'text', Int: 'integer', BigInt: 'bigint', Boolean: 'boolean', DateTime: 'timestamp', Bytes: 'bytea', Json: 'jsonb', Decimal: 'numeric', Float: 'double precision' };

/** The models of one schema.prisma, in its order, as tables: names as the database has them. */
export function tablesOf(datamodel: string): Table[] {
  return [...datamodel.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, comment = '', model = '', body = '']) => {
    const lines = body.split('\n').map((line) => line.trim());
    const names = new Map<string, string>();
    const own: string[] = [];
    const columns = lines.flatMap((line) => {
      const [, field, type, list, optional, rest = ''] = /^(\w+)\s+(\w+|Unsupported\("[^"]*"\))(\[\])?(\?)?(?:\s+(.*))?$/.exec(line) ?? [];
      if (field === undefined || type === undefined) return [];
      const name = /@map\("([^"]+)"\)/.exec(rest)?.[1] ?? field;
      names.set(field, name);
      if (/@id\b/.test(rest)) own.push(`key (${name})`);
      if (/@unique\b/.test(rest)) own.push(`unique (${name})`);
      return [{ name, type: `${typeOf(type, rest)}${list ?? ''}`, optional: optional !== undefined }];
    });
    const joint = lines.flatMap((line) => {
      const [, kind, fields] = /^@@(id|unique|index)\(\[([^\]]*)\]/.exec(line) ?? [];
      if (kind === undefined || fields === undefined) return [];
      const of = fields.split(/,\s*/).map((field) => names.get(field.replace(/\(.*/, '')) ?? field).join(', ');
      return [`${{ id: 'key', unique: 'unique', index: 'index' }[kind]} (${of})`];
    });
    return { name: /^@@map\("([^"]+)"\)/m.exec(lines.join('\n'))?.[1] ?? model, comment: comment.replaceAll(/^\/\/\/ ?/gm, '').trim().replaceAll('\n', ' '), columns, keys: [...own, ...joint] };
  });
}

function typeOf(type: string, rest: string): string {
  const native = /@db\.(\w+)(\([^)]*\))?/.exec(rest);
  if (native) return `${native[1]!.toLowerCase()}${native[2] ?? ''}`;
  return /^Unsupported\("(.*)"\)$/.exec(type)?.[1] ?? types[type] ?? type;
}

/** docs/database.md: every table of both services. */
export function databasePage(): string {
  const schemas = serviceSchemas().map((schema) => ({ name: schema.name, tables: tablesOf(readDatamodel(schema).map(({ content }) => content).join('\n')) }));
  return `# Database

<!-- Generated from services/*/prisma/schema.prisma by \`npm run generate\`; change it there, with a migration. -->

One database, a schema for each service with a role that reaches no other. A table with \`workspace_id\` is behind forced row-level security: without a workspace a service sees
no row of it. What Prisma cannot say (policies, triggers, partial indexes, grants) stands in the migrations beside each schema. A column that may be empty has a question mark.

${schemas.map(({ name, tables }) => `## ${name}\n\n${tables.map(sectionOf).join('\n')}`).join('\n')}`;
}

function sectionOf({ name, comment, columns, keys }: Table): string {
  const listed = columns.map((column) => `\`${column.name}\` ${column.type}${column.optional ? '?' : ''}`).join(', ');
  return [`### ${name}`, '', ...(comment === '' ? [] : [comment, '']), listed, '', ...(keys.length === 0 ? [] : [keys.join('; '), ''])].join('\n');
}
