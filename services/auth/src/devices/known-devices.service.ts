import { Injectable } from '@nestjs/common';
import { hashToken, newToken } from '../sessions/session.js';
import { KnownDevicesRepository } from './known-devices.repository.js';

/**
 * Devices on which somebody has given the right password before, each with a token in a cookie that proves no more than that. It opens nothing; but who
 * guesses elsewhere cannot lock the owner out here. See docs/decisions/0021-who-is-locked-out.md.
 */
@Injectable()
export class KnownDevices {
  constructor(private readonly devices: KnownDevicesRepository) {}

  /** A key of the device when the person with this email has signed in with it before. */
  async find(token: string, email: string): Promise<string | undefined> {
    const hash = hashToken(token);
    return token !== '' && (await this.devices.isKnown(hash, email)) ? hash.toString('base64url') : undefined;
  }

  /** After the right password. A browser that has a token of ours keeps it, whoever signs in with it; else it gets one. */
  async remember(userId: string, token: string): Promise<{ token: string; hash: Buffer }> {
    const kept = token !== '' && (await this.devices.isAnybodys(hashToken(token))) ? token : newToken();
    await this.devices.remember(userId, hashToken(kept));
    return { token: kept, hash: hashToken(kept) };
  }

  async forget(userId: string, hash: Buffer): Promise<void> {
    await this.devices.forget(userId, hash);
  }

  async forgetOthers(userId: string, sessionId: string): Promise<void> {
    await this.devices.forgetOthers(userId, sessionId);
  }
}
