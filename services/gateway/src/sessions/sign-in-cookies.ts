import type { Device } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import type { Request, Response } from 'express';
import { DeviceCookie } from './device-cookie.js';
import { deviceOf } from './device.js';
import type { SessionCookie } from './session-cookie.js';

/** What a sign-in, a sign-up and joining a workspace take from a browser and leave there. */
export class SignInCookies {
  private readonly device: DeviceCookie;

  constructor(private readonly session: SessionCookie, secure: boolean) {
    this.device = new DeviceCookie(secure);
  }

  origin(request: Request): { device: Device; deviceToken: string; replacedSessionToken: string } {
    return { device: deviceOf(request), deviceToken: this.device.read(request), replacedSessionToken: this.session.read(request) ?? '' };
  }

  keep<A extends { sessionToken: string; expiresAt: string; deviceToken: string }>(response: Response, answer: A): A {
    return this.device.keep(response, this.session.keep(response, answer));
  }
}
