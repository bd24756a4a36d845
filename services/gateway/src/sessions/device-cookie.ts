import type { Request, Response } from 'express';

const WELL_FORMED = /^[\w-]{43}$/;
/** Longer than the session, and the same in an answer that is given again. */
const DAYS_MORE = 335;

/**
 * Says at the next sign-in that somebody has signed in with this browser before: who guesses elsewhere does not lock them out here. It opens nothing,
 * stays when the session ends, and goes to no other site.
 */
export class DeviceCookie {
  private readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = secure ? '__Host-crm_device' : 'crm_device';
  }

  /** Empty when there is none. */
  read(request: Request): string {
    const prefix = `${this.name}=`;
    const token = request.headers.cookie?.split(/; ?/).find((part) => part.startsWith(prefix))?.slice(prefix.length) ?? '';
    return WELL_FORMED.test(token) ? token : '';
  }

  /** Keeps what auth has just given, and hands its answer on. */
  keep<A extends { deviceToken: string; expiresAt: string }>(response: Response, answer: A): A {
    const expires = new Date(Date.parse(answer.expiresAt) + DAYS_MORE * 24 * 60 * 60 * 1000);
    response.cookie(this.name, answer.deviceToken, { httpOnly: true, sameSite: 'strict', secure: this.secure, path: '/', expires });
    return answer;
  }
}
