import type { Key, ServiceConfiguration } from './configuration.js';

const notice = 'Generated from services/*/src/config.ts by `npm run generate`; change it there.';

/** docs/configuration.md: a table per service. */
export function configurationPage(services: readonly ServiceConfiguration[]): string {
  const count = new Set(services.flatMap(({ keys }) => keys.map(({ name }) => name))).size;
  return `# Configuration

<!-- ${notice} -->

Every service reads its settings from the environment once, at its start. A wrong or missing value stops the start with a list of every bad key
(exit code 78); values of secrets are never printed. \`npm start\` sets all of these itself; what you set in your own environment (such as
\`LOG_LEVEL\`) is passed on. There are ${count} keys. OpenTelemetry's own \`OTEL_*\` variables are read by its SDK.

For \`npm start\` itself: \`DATABASE_URL\` (a PostgreSQL 15 or newer in place of the embedded one, as a superuser: it makes the database, roles and
extensions), \`REDIS_URL\` (a Redis in place of the embedded one), \`CRM_VISION_DATA\` (another data folder than \`.data\` of the clone).

${services.map(section).join('\n')}`;
}

function section({ service, keys }: ServiceConfiguration): string {
  const rows = keys.map((key) => `| \`${key.name}\` | ${key.description} | ${key.type}${key.secret ? ', **secret**' : ''} | ${fallbackOf(key)} |`);
  return `## ${service}\n\n| key | what it is | value | without it |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function fallbackOf(key: Key): string {
  if (key.required) return '**required**';
  return key.default === undefined || key.default === '' ? '-' : `\`${key.default}\``;
}

/** .env.<service>.example: required keys to fill in, the others as comments with their defaults. */
export function exampleFile({ service, keys }: ServiceConfiguration): string {
  const lines = keys.flatMap((key) => [`# ${key.description} (${key.type}${key.secret ? '; secret' : ''})`, key.required ? `${key.name}=` : `#${key.name}=${key.default ?? ''}`]);
  return `# ${service}. ${notice}\n\n${lines.join('\n')}\n`;
}
