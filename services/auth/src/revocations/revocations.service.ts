import type { Logger } from '@crm-vision/common/logging';
import { isReady, type Redis } from '@crm-vision/common/redis';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { LOGGER, REDIS } from '../parts.js';

export const REVOCATIONS_CHANNEL = 'crm-vision:sessions-revoked';

/** What gateways have to forget: one session, or all that they know of a person. */
export type Revocation = { sessionId: string } | { userId: string };

/** Tells the gateways that what they keep of a session is out of date. Without Redis they notice when their short caches end. */
@Injectable()
export class RevocationsService {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Optional() @Inject(REDIS) private readonly redis?: Redis,
  ) {}

  publish(revocation: Revocation): void {
    if (!isReady(this.redis)) return;
    this.redis.publish(REVOCATIONS_CHANNEL, JSON.stringify(revocation)).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'A revocation could not be published');
    });
  }
}
