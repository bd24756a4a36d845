import { currentCall } from '@crm-vision/common/context';
import { Inject, Injectable } from '@nestjs/common';
import type { BlockList } from 'node:net';
import { KnownDevices } from '../devices/known-devices.service.js';
import { type AuthSettings, SETTINGS } from '../parts.js';
import type { Origin } from '../sessions/session.js';
import { addressOf, type Caller, callerAt, networksOf } from './caller.js';

/** Says by what an attempt counts. */
@Injectable()
export class Callers {
  private readonly gateways: BlockList;

  constructor(private readonly devices: KnownDevices, @Inject(SETTINGS) settings: AuthSettings) {
    this.gateways = networksOf(settings.TRUSTED_GATEWAYS);
  }

  /** Whoever says to be the person with this email. */
  async identify(email: string, { device, deviceToken }: Origin): Promise<Caller> {
    const caller = this.locate(device?.ip);
    const knownDevice = await this.devices.find(deviceToken, email);
    return { ...caller, ...(knownDevice && { knownDevice }) };
  }

  /** By where the call comes from alone. */
  locate(ip: string | undefined): Caller {
    return callerAt(addressOf(ip, currentCall()?.peer, this.gateways));
  }
}
