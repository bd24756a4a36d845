import type { Health } from '@crm-vision/common/health';
import type { RequestHandler } from 'express';

/** Once the stop is announced every answer ends its connection, so that callers come back to another process. */
export function sayGoodbye(health: Health): RequestHandler {
  let leaving = false;
  health.onAccepting((accepting) => {
    leaving = !accepting;
  });
  return (_request, response, next) => {
    if (leaving) response.setHeader('Connection', 'close');
    next();
  };
}
