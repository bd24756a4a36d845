import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { BodyTooComplexError, MalformedBodyError, MalformedUrlError, UnsupportedMediaTypeError } from './http.errors.js';
import { jsonSize } from './json-size.js';
import type { Route } from './route.js';

/** Whoever has no session sends little: an address, a password, a name. */
const PUBLIC_LIMIT_BYTES = 4096;
/** Ten times the largest list that any route takes, and deeper than any of them. */
const MAX_ELEMENTS = 5000;
const MAX_DEPTH = 20;

/** Reads the body of a request to a route, as far as that route may have one. */
export function bodyReader(limit: number): (route: Route) => RequestHandler {
  const [ofPeople, ofStrangers] = [jsonBody(limit), jsonBody(Math.min(limit, PUBLIC_LIMIT_BYTES))];
  return ({ access }) => (access === 'public' ? ofStrangers : ofPeople);
}

/**
 * JSON up to the limit, uncompressed, since a thousand bytes can unpack to a million; and nothing but UTF-8: a decoder would put a replacement character
 * for each broken byte. What would cost more to parse and check than its bytes tell is refused before it is parsed.
 */
function jsonBody(limit: number): RequestHandler {
  return express.json({
    limit,
    inflate: false,
    verify: (_request, _response, bytes, encoding) => {
      if (encoding !== 'utf-8') throw new UnsupportedMediaTypeError();
      if (!isUtf8(bytes)) throw new MalformedBodyError('The body is not valid UTF-8.');
      const { depth, elements } = jsonSize(bytes);
      if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) throw new BodyTooComplexError(MAX_DEPTH, MAX_ELEMENTS);
    },
  });
}

/** The same for the address: the parser of queries would let broken percent-encoding pass as a replacement character. */
export const checkUrl: RequestHandler = (request, _response, next) => {
  if (!request.url.includes('%')) return next();
  try {
    decodeURIComponent(request.url);
  } catch {
    return next(new MalformedUrlError());
  }
  next();
};
