import { DomainError } from '@crm-vision/common/errors';
import type { GrpcChannel } from '@crm-vision/common/grpc-client';
import type { Check } from '@crm-vision/common/health';

/**
 * A gateway gets no requests before it has reached its upstreams once: right after everything was installed it would answer 503 until
 * the name server knows them. From then on an upstream is not needed: what does not use it works on, and the rest answers 503.
 * Nobody can work without it, though, nor without what the upstream itself needs for that.
 */
export function upstreamCheck(name: string, channel: Pick<GrpcChannel, 'check'>): Check {
  let reached = false;
  return {
    name,
    vital: true,
    get needed() {
      return !reached;
    },
    run: async () => {
      await channel.check();
      reached = true;
      await channel.check('work').catch(acceptOlderRelease);
      return undefined;
    },
  };
}

/** In the middle of an upgrade an upstream may know nothing of this part yet: that it serves has to do. */
function acceptOlderRelease(error: unknown): void {
  if (!(error instanceof DomainError) || error.kind !== 'notFound') throw error;
}
