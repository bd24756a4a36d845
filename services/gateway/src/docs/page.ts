import { readFileSync } from 'node:fs';
import { openApiDocument } from '../openapi/document.js';
import { renderReader } from './reader.js';

export interface Page {
  json: string;
  html: string;
  css: string;
}

export function makePage(release: string): Page {
  const document = openApiDocument(release);
  return { json: JSON.stringify(document), html: renderReader(document as never), css: readFileSync(new URL('../../assets/reader.css', import.meta.url), 'utf8') };
}
