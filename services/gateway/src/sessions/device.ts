import type { Device } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import type { Request } from 'express';

const USER_AGENT_MAX = 300;

/** Where a sign-in comes from, for the list of sessions. */
export function deviceOf(request: Request): Device {
  const userAgent = request.get('user-agent') ?? '';
  return { ip: request.ip ?? '', userAgent: userAgent.replaceAll(/[^\x20-\x7e]/g, '').slice(0, USER_AGENT_MAX) };
}
