import type { Request, Response } from 'express';

const WELL_FORMED = /^[\w-]{16,512}$/;

export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-crm_session' : 'crm_session');

/** Says no more than that there is a session: the app asks for one only where it may be. */
const SIGNED_IN = 'crm_signed_in';

/** The cookie that holds a session token: unreadable for scripts, and behind https bound to this very host. */
export class SessionCookie {
  readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = sessionCookieName(secure);
  }

  /** Undefined also when it holds something that no session token looks like. */
  read(request: Request): string | undefined {
    const prefix = `${this.name}=`;
    const pair = request.headers.cookie?.split(/; ?/).find((part) => part.startsWith(prefix));
    const token = pair?.slice(prefix.length);
    return token && WELL_FORMED.test(token) ? token : undefined;
  }

  /** Keeps the session that auth has just made, and hands its answer on. */
  keep<A extends { sessionToken: string; expiresAt: string }>(response: Response, answer: A): A {
    const expires = new Date(answer.expiresAt);
    response.cookie(this.name, answer.sessionToken, { ...this.attributes(), expires });
    response.cookie(SIGNED_IN, '1', { ...this.attributes(), httpOnly: false, expires });
    return answer;
  }

  /** A session lives on while it is used, and its cookie with it. */
  renew<S extends { expiresAt: string }>(request: Request, response: Response, session: S): S {
    const sessionToken = this.read(request);
    if (sessionToken) this.keep(response, { sessionToken, expiresAt: session.expiresAt });
    return session;
  }

  /** Only where there is one: answers to callers without cookies stay without. */
  clear(request: Request, response: Response): void {
    if (!request.headers.cookie?.includes(`${this.name}=`)) return;
    response.clearCookie(this.name, this.attributes());
    response.clearCookie(SIGNED_IN, { ...this.attributes(), httpOnly: false });
  }

  private attributes() {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' } as const;
  }
}
