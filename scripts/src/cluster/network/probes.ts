import { firstTag, registry } from '../images.js';

/** Listens on the ports and answers every connection; it does nothing else until something is executed in it. */
const listener = (ports: readonly number[]): string => `for (const port of ${JSON.stringify(ports)}) require('net').createServer((s) => s.on('error', () => {}).end('x')).listen(port, '0.0.0.0');`;

/**
 * A pod that the policies take for one of a component: it has the labels, but never becomes ready, so that no Service leads to it.
 * It has no owner and no hash of a template, so that no controller takes it for its own.
 */
export function probePod(name: string, labels: Record<string, string>, ports: readonly number[]): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { ...labels, 'crm-vision.suite/probe': 'network' } },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 0,
      readinessGates: [{ conditionType: 'crm-vision.suite/never' }],
      securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'probe',
          image: `${registry}/gateway:${firstTag}`,
          command: ['node', '-e', listener(ports)],
          securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
          resources: { requests: { cpu: '1m', memory: '32Mi' }, limits: { cpu: '500m', memory: '128Mi' } },
        },
      ],
    },
  };
}

/** Tries all at once, and prints those that were reached; "dns" stands for a question to the name server. */
export function attempts(targets: readonly { host: string; port: number }[], name: string, timeout: number): string {
  return `
const net = require('net'), dns = require('dns');
const reach = ({ host, port }) => new Promise((resolve) => {
  const socket = net.connect({ host, port });
  const end = (reached) => { socket.destroy(); resolve(reached ? host + ':' + port : null); };
  socket.setTimeout(${timeout}, () => end(false)).on('error', () => end(false)).on('data', () => end(true));
});
const ask = new Promise((resolve) => {
  const resolver = new dns.Resolver({ timeout: ${timeout}, tries: 1 });
  resolver.resolve4(${JSON.stringify(name)}, (error) => resolve(error && error.code !== 'ENOTFOUND' && error.code !== 'ENODATA' ? null : 'dns'));
});
Promise.all([...${JSON.stringify(targets)}.map(reach), ask]).then((reached) => console.log(JSON.stringify(reached.filter(Boolean))));
`;
}
