import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { firstTag, imageNames, registry } from './images.js';

/** Small requests, so that two of each and one more of each in a rollout find room on one small node; the limits stay the chart's. */
const request = (cpu: string, memory: string): object => ({ requests: { cpu, memory } });

const pair = (memory: string): object => ({ replicas: 2, autoscaling: { enabled: false }, resources: request('30m', memory) });

/** As in production: two of each, Secrets that exist, TLS, policies; only the data is in the cluster, which production refuses. */
export function suiteValues(host: string, monitored: boolean): object {
  const component = { gateway: pair('128Mi'), auth: pair('128Mi'), crm: pair('128Mi'), crmWorker: pair('96Mi'), web: { ...pair('32Mi'), resources: request('10m', '32Mi') }, ops: {} };
  const images = Object.fromEntries(imageNames.map((name) => [name, { ...component[name], image: { repository: name } }]));
  return {
    ...component,
    ...images,
    environment: 'staging',
    logLevel: 'info',
    image: { registry, tag: firstTag },
    postgresql: { mode: 'embedded', embedded: { resources: request('50m', '256Mi') } },
    redis: { mode: 'embedded', embedded: { resources: request('20m', '32Mi') } },
    migrations: { resources: request('20m', '128Mi') },
    backup: { resources: request('20m', '128Mi') },
    // The load comes from one address.
    exposure: { host, ingress: { requestsPerSecond: 1000, connections: 500 } },
    tests: { signUp: true, resources: request('20m', '64Mi') },
    monitoring: { serviceMonitors: { enabled: monitored }, rules: { enabled: monitored } },
  };
}

/** What the page about the installation leaves to its reader: images, and the size of the node. */
export function pageValues(): object {
  const resources = request('20m', '64Mi');
  return {
    ...Object.fromEntries(imageNames.map((name) => [name, { image: { repository: name }, ...(name === 'ops' ? {} : { resources }) }])),
    crmWorker: { resources },
    image: { registry, tag: firstTag },
    postgresql: { embedded: { resources: request('50m', '256Mi') } },
    monitoring: { serviceMonitors: { enabled: false }, rules: { enabled: false } },
  };
}

/** JSON is YAML. The file goes with the process's folder of temporary files. */
export function writeValues(values: object): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-values-')), 'values.json');
  fs.writeFileSync(file, JSON.stringify(values, null, 2));
  return file;
}
