import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { MalformedBodyError, MalformedUrlError, UnsupportedMediaTypeError } from './http.errors.js';

/** JSON bodies up to the limit, and nothing but UTF-8: a decoder would put a replacement character for each broken byte. */
export function jsonBody(limit: number): RequestHandler {
  return express.json({
    limit,
    verify: (_request, _response, bytes, encoding) => {
      if (encoding !== 'utf-8') throw new UnsupportedMediaTypeError();
      if (!isUtf8(bytes)) throw new MalformedBodyError('The body is not valid UTF-8.');
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
