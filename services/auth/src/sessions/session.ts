import { createHash, randomBytes } from 'node:crypto';
import type { User } from '../users/user.js';
import type { Membership } from '../workspaces/workspace.js';

/** Where a sign-in came from. */
export interface Device {
  ip: string;
  userAgent: string;
}

/** What a client says of where a sign-in comes from. */
export interface Origin {
  device: Device | undefined;
  /** That the browser got at an earlier sign-in of anybody; empty: none. */
  deviceToken: string;
  /** Of the session that the browser holds, and forgets for the new one; empty: none. */
  replacedSessionToken: string;
}

export interface Session {
  id: string;
  device: Device;
  createdAt: string;
  lastSeenAt: string;
}

/** A session that was just made; the token is shown this once. */
export interface OpenedSession {
  token: string;
  /** For the browser to show at the next sign-in. */
  deviceToken: string;
  expiresAt: string;
}

/** What a session token stands for. */
export interface LiveSession {
  id: string;
  expiresAt: string;
  lastSeenAt: string;
  lastWorkspaceId: string | null;
  user: User;
  workspaces: Membership[];
}

const TOKEN_BYTES = 32;
const IP_MAX = 64;
const USER_AGENT_MAX = 300;

/** 256 random bits: not to be guessed, so a fast hash is enough to keep it by. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function plain(text: string, max: number): string {
  return text.replace(/[^\P{C} ]/gu, '').slice(0, max);
}

/** What a client says about itself is shown to people: printable and short. */
export function cleanDevice(device: Device | undefined): Device {
  return { ip: plain(device?.ip ?? '', IP_MAX), userAgent: plain(device?.userAgent ?? '', USER_AGENT_MAX) };
}

/** The workspace to work in: the one asked for, else the one used last, else the first. */
export function chooseWorkspace({ workspaces, lastWorkspaceId }: LiveSession, wanted: string): Membership | undefined {
  if (wanted !== '') return workspaces.find(({ id }) => id === wanted);
  return workspaces.find(({ id }) => id === lastWorkspaceId) ?? workspaces[0];
}
