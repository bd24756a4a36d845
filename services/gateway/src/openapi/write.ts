import { writeFileSync } from 'node:fs';
import { sessionCookieName } from '../sessions/session-cookie.js';
import { openApiDocument } from './document.js';

/** `node dist/openapi/write.js FILE` writes the document, for tools that read a file. */
function main(file: string | undefined): void {
  if (!file) throw new Error('Say which file to write.');
  writeFileSync(file, JSON.stringify(openApiDocument({ release: '0.1.0', cookieName: sessionCookieName(false) }), null, 2));
}

main(process.argv[2]);
