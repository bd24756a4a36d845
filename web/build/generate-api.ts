import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString, UNKNOWN } from 'openapi-typescript';

const pathTo = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const generated = pathTo('../src/generated');
const description = `${generated}/openapi.json`;

/** The types of the API, from the document that the gateway writes. */
mkdirSync(generated, { recursive: true });
execFileSync(process.execPath, [pathTo('../../services/gateway/dist/openapi/write.js'), description], { stdio: 'inherit' });
const types = await openapiTS(pathToFileURL(description), {
  // Schemas without a name of their own are "any JSON", whose recursion TypeScript refuses.
  transform: (_schema, { path }) => (path?.includes('/schemas/__schema') ? UNKNOWN : undefined),
});
writeFileSync(`${generated}/api.ts`, astToString(types));
