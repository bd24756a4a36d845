import { pollUntil } from '../../processes/poll.js';
import { demand, passed, skipped, type ClusterCheck } from '../check.js';
import { origin } from '../stage.js';
import { ask, workThrough } from './edge.js';
import { undisturbed } from './slow-callers.js';

/** The same work by a Gateway and HTTPRoutes. The edge of the other checks is back afterwards. */
export const gatewayApiCheck: ClusterCheck = {
  name: '8-gateway-api',
  proves: 'the same through the Gateway API: exposure.mode=gatewayApi with the Gateway of another namespace; slow callers are not felt there either',
  run: async (stage) => {
    await stage.installed();
    const edge = await stage.bed?.gatewayApi(origin);
    if (!edge) return skipped('no controller of the Gateway API here');
    try {
      const { name, namespace } = edge.gateway;
      await stage.helm.upgrade(await stage.values({ 'exposure.mode': 'gatewayApi', 'exposure.gatewayApi.gateway.name': name, 'exposure.gatewayApi.gateway.namespace': namespace, 'networkPolicy.edgeNamespaces[0]': namespace }));
      await stage.kubectl.run(['wait', 'httproute', '--all', '--for=jsonpath={.status.parents[0].conditions[?(@.type=="Accepted")].status}=True', '--timeout=60s']);
      // A controller takes a route before it leads anybody by it.
      const leads = await pollUntil(() => ask(edge, '/api/health').then(({ status }) => status === 200 || null, () => null), { within: 30_000, every: 500 });
      demand(leads !== null, 'The routes lead nobody to the API.');
      return passed(`${await workThrough(edge)}; ${await undisturbed(stage, edge)}`);
    } finally {
      await stage.restoreEdge();
      await stage.restore();
    }
  },
};
