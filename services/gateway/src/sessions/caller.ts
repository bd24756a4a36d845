import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { exchangeOf } from '../http/exchange.js';
import type { LiveSession } from './session-cache.js';

/** The session that makes the request. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): LiveSession | undefined =>
  exchangeOf(context.switchToHttp().getRequest<Request>()).session);
