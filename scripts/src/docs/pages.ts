import fs from 'node:fs';
import { dashboardFiles } from '../dashboards/dashboards.js';
import { inRepository } from '../repository.js';
import { chartReadme } from './chart-readme.js';
import { chartSchema } from './chart-schema.js';
import { configurationPage, exampleFile } from './configuration-pages.js';
import { readConfigurations } from './configuration.js';
import { databasePage } from './database-page.js';
import { errorsPage } from './errors-page.js';
import { readErrors } from './errors.js';
import { headersPage } from './headers-page.js';

const errorSources = ['common', 'auth', 'crm', 'gateway'].map((name) => inRepository('services', name, 'src'));

/** Every generated page: its path in the clone, and what it should hold. */
export async function generatedPages(): Promise<Map<string, string>> {
  const services = await readConfigurations();
  return new Map([
    ['docs/configuration.md', configurationPage(services)],
    ...services.map((service): [string, string] => [`.env.${service.service}.example`, exampleFile(service)]),
    ['charts/crm-vision/values.schema.json', chartSchema(services)],
    ['charts/crm-vision/README.md', chartReadme()],
    ...dashboardFiles(),
    ['docs/database.md', databasePage()],
    ['docs/security/headers.md', await headersPage()],
    ['docs/errors.md', errorsPage(readErrors(errorSources))],
  ]);
}

/** The pages that do not hold what they should. */
export function outdatedPages(pages: ReadonlyMap<string, string>, read: (file: string) => string | null = readPage): string[] {
  return [...pages].filter(([file, content]) => read(file) !== content).map(([file]) => file);
}

function readPage(file: string): string | null {
  const full = inRepository(file);
  return fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : null;
}
