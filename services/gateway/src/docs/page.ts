import { readFileSync } from 'node:fs';
import { type About, openApiDocument } from '../openapi/document.js';
import { renderReader } from './reader.js';

export interface Page {
  json: string;
  html: string;
  css: string;
}

export function makePage(about: About): Page {
  const document = openApiDocument(about);
  return { json: JSON.stringify(document), html: renderReader(document as never), css: readFileSync(new URL('../../assets/reader.css', import.meta.url), 'utf8') };
}
