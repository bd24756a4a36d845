import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { exchangeOf } from './exchange.js';

/** What an answer says beside its body. */
export class Reply {
  constructor(private readonly request: Request, private readonly response: Response) {}

  /** A change was made: names its change set and, for a new record, where it is. */
  changed<A extends { changeSetId: string }>(answer: A): void;
  changed<A extends { changeSetId: string }, J>(answer: A, map: (answer: A) => J): J;
  changed<A extends { changeSetId: string }, J>(answer: A, map?: (answer: A) => J): J | undefined {
    if (answer.changeSetId) this.response.setHeader('Change-Set-Id', answer.changeSetId);
    return map && this.created(map(answer));
  }

  /** For what has no id of its own at the top: says where it is. */
  at<J>(path: string, json: J): J {
    this.response.setHeader('Location', path);
    return json;
  }

  /** Says where a new thing is. Does nothing on routes that make none. */
  created<J>(json: J): J {
    const route = exchangeOf(this.request).handled?.route;
    if (route?.status === 201 && typeof json === 'object' && json !== null && 'id' in json) {
      this.response.setHeader('Location', `${route.path}/${String(json.id)}`);
    }
    return json;
  }
}

export const Answer = createParamDecorator((_data: unknown, context: ExecutionContext): Reply => {
  const http = context.switchToHttp();
  return new Reply(http.getRequest<Request>(), http.getResponse<Response>());
});
