import express, { type RequestHandler } from 'express';
import type { About } from '../openapi/document.js';
import type { Page } from './page.js';

/** The OpenAPI document, and a page to read it on: made at the first request, since most processes never show them. */
export function docs(about: About): RequestHandler {
  let made: Promise<Page> | undefined;
  const page = (): Promise<Page> => (made ??= import('./page.js').then(({ makePage }) => makePage(about)));
  const router = express.Router();
  const serve = (path: string, type: string, part: keyof Page): void => {
    router.get(path, async (_request, response) => {
      response.set('Cache-Control', 'no-cache').type(type).send((await page())[part]);
    });
  };
  serve('/api/openapi.json', 'application/json', 'json');
  serve('/api/docs', 'text/html', 'html');
  serve('/api/docs/reader.css', 'text/css', 'css');
  return router;
}
