import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { exchangeOf } from '../http/exchange.js';
import { Handle } from '../http/handle.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { EventStreams } from './event-streams.js';
import { streamEvents } from './events.routes.js';

@Controller()
export class EventsController {
  constructor(private readonly streams: EventStreams, private readonly cookie: SessionCookie) {}

  @Handle(streamEvents)
  streamEvents(@Req() request: Request, @Res() response: Response): void {
    const { session } = exchangeOf(request);
    const token = this.cookie.read(request);
    if (!session || !token) throw new Error('The gatekeeper let a request without a session pass.');
    this.streams.open(session, token, response, request.get('last-event-id'));
    if (request.method === 'HEAD') response.end();
  }
}
