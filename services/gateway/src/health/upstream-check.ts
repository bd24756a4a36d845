import type { GrpcChannel } from '@crm-vision/common/grpc-client';
import type { Check } from '@crm-vision/common/health';

/**
 * A gateway gets no requests before it has reached its upstreams once: right after everything was installed it would answer 503 until
 * the name server knows them. From then on an upstream is not needed: what does not use it works on, and the rest answers 503.
 */
export function upstreamCheck(name: string, channel: Pick<GrpcChannel, 'check'>): Check {
  let reached = false;
  return {
    name,
    get needed() {
      return !reached;
    },
    run: async () => {
      await channel.check();
      reached = true;
      return undefined;
    },
  };
}
