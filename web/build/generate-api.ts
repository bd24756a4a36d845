import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const pathTo = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const generated = pathTo('../src/generated');
const description = `${generated}/openapi.json`;

/** The types of the API, from the document that the gateway writes. */
mkdirSync(generated, { recursive: true });
execFileSync(process.execPath, [pathTo('../../services/gateway/dist/openapi/write.js'), description], { stdio: 'inherit' });
writeFileSync(`${generated}/api.ts`, astToString(await openapiTS(pathToFileURL(description))));
