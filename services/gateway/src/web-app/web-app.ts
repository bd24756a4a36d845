import path from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import { type WebFile, variantOf, webFiles } from './web-files.js';

const PAGE = '/index.html';
/** Names below it hold a hash of the content. */
const HASHED = '/assets/';
const HAS_EXTENSION = /\.[A-Za-z0-9]+$/;

/** Serves the built web app: its files, and its one page at every address that is not a file's. */
export function webApp(root: string): RequestHandler {
  const files = webFiles(root);
  const page = files.get(PAGE);
  if (!page) throw new Error(`WEB_ROOT has no index.html: ${root}`);
  return (request, response, next) => {
    if (isApi(request.path) || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    const file = files.get(decodeURIComponent(request.path)) ?? (isPage(request.path) ? page : undefined);
    if (!file) return next();
    send(root, file, request, response, next);
  };
}

/** A file that is gone, such as a script of the release before, is not found: the page in its place would be run as a script. */
function isPage(address: string): boolean {
  return !address.startsWith(HASHED) && !HAS_EXTENSION.test(address);
}

const isApi = (address: string): boolean => address === '/api' || address.startsWith('/api/');

function send(root: string, { name, encodings }: WebFile, request: Request, response: Response, next: (error?: unknown) => void): void {
  response.set('Cache-Control', `/${name}`.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.type(path.extname(name));
  const wanted = encodings.length > 0 && request.acceptsEncodings(...encodings, 'identity');
  const encoding = encodings.find((known) => known === wanted);
  if (encodings.length > 0) response.vary('Accept-Encoding');
  if (encoding) response.set('Content-Encoding', encoding);
  response.sendFile(encoding ? variantOf(name, encoding) : name, { root, cacheControl: false, acceptRanges: false }, (error?: Error) => {
    if (!error) return;
    // Nothing of it has been sent: the answer becomes a problem, which has no encoding.
    response.removeHeader('Content-Encoding');
    if (!response.headersSent) next(error);
  });
}
