import { inRepository } from '../repository.js';
import type { Address, Edge } from './http/address.js';
import { Images } from './images.js';
import type { TestBed } from './test-bed.js';
import { Helm, type Values } from './tools/helm.js';
import { Kubectl } from './tools/kubectl.js';
import { makeSecrets } from './secrets.js';
import { suiteValues, writeValues } from './values.js';

export const release = 'crm';
const namespace = 'crm-suite';
const host = 'app.crm.test';
export const origin = `https://${host}`;

interface Monitoring {
  prometheus: string;
}

/** What all checks share: one cluster, one namespace, one release in it. */
export class Stage {
  readonly namespace = namespace;
  readonly kubectl = new Kubectl(namespace);
  readonly helm = new Helm(release, namespace);
  readonly images: Images;
  private valuesFile: string | undefined;
  private installing: Promise<void> | undefined;
  private monitoringUp: Promise<Monitoring | null> | undefined;
  private edgeAddress: Promise<Edge | null> | undefined;

  constructor(readonly bed: TestBed | null) {
    this.images = new Images(bed);
  }

  /** Values of the shared install, and what a check changes in them. */
  async values(set: Values['set'] = {}): Promise<Values> {
    this.valuesFile ??= writeValues(suiteValues(host, await this.isMonitored()));
    return { files: [this.valuesFile], set };
  }

  /** The release stands and is ready; the first check that needs it installs it, unless it stands from before. */
  installed(): Promise<void> {
    this.installing ??= this.installIfMissing();
    return this.installing;
  }

  /** Everything that the release runs can be started in the cluster. */
  async prepareImages(): Promise<void> {
    await this.images.build();
    await this.images.fetchPublic(await this.helm.template(await this.values()));
  }

  /** From an empty namespace. */
  async installFromNothing(): Promise<void> {
    await this.prepareImages();
    await this.kubectl.attempt(['delete', 'namespace', namespace, '--ignore-not-found', '--timeout=180s']);
    await this.kubectl.apply(restrictedNamespace);
    await makeSecrets(this.kubectl, release);
    await this.helm.upgrade(await this.values(), 420);
    this.installing = Promise.resolve();
  }

  /** Back to the first image and the values of the shared install, whatever a check has left. */
  async restore(): Promise<void> {
    await this.helm.upgrade(await this.values());
    await this.kubectl.settled(180);
  }

  /** The gateway's Service, past any edge. */
  async gateway(): Promise<Address> {
    const { spec } = await this.kubectl.get<{ spec: { clusterIP: string; ports: { name: string; port: number }[] } }>('service', `${release}-gateway`);
    const port = spec.ports.find(({ name }) => name === 'http')?.port ?? 8080;
    return { origin, connect: { host: spec.clusterIP, port, secure: false } };
  }

  /** The way people come: through the edge, with TLS. Null where there is none. */
  edge(): Promise<Edge | null> {
    this.edgeAddress ??= this.bed ? this.bed.edge(origin, [inRepository('k8s/ingress-nginx/values.yaml'), writeValues(smallEdge)]) : Promise.resolve(edgeFromEnvironment());
    return this.edgeAddress;
  }

  /** After another edge took its place. */
  async restoreEdge(): Promise<void> {
    this.edgeAddress = undefined;
    await this.edge();
  }

  /** Prometheus and Alertmanager of the test bed; elsewhere Prometheus at CLUSTER_PROMETHEUS. */
  monitoring(): Promise<Monitoring | null> {
    const prometheus = process.env['CLUSTER_PROMETHEUS'];
    this.monitoringUp ??= this.bed ? this.bed.monitoring() : Promise.resolve(prometheus ? { prometheus } : null);
    return this.monitoringUp;
  }

  /** Where the load goes: through the edge, or past it where there is none. */
  async front(): Promise<Address> {
    return (await this.edge()) ?? this.gateway();
  }

  /** Monitors and rules are kinds that the Prometheus operator brings. */
  private async isMonitored(): Promise<boolean> {
    await this.monitoring();
    return (await this.kubectl.attempt(['get', 'crd', 'servicemonitors.monitoring.coreos.com'])).code === 0;
  }

  private async installIfMissing(): Promise<void> {
    const { code } = await this.kubectl.attempt(['get', 'deployment', `${release}-gateway`]);
    if (code !== 0) return this.installFromNothing();
    await this.images.build();
    // The tag stays, so that nothing else tells the pods of another image.
    await this.kubectl.run(['rollout', 'restart', 'deployment']);
    await this.restore();
  }
}

/** One small node has no room for two controllers. */
const smallEdge = { controller: { replicaCount: 1, resources: { requests: { cpu: '50m', memory: '128Mi' } }, updateStrategy: { type: 'RollingUpdate' } } };

const restrictedNamespace = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: namespace, labels: Object.fromEntries(['enforce', 'audit', 'warn'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted'])) },
};

/** CLUSTER_EDGE is the host:port where the edge of a cluster without test bed speaks TLS; beside the usual port of TLS is the usual one without. */
function edgeFromEnvironment(): Edge | null {
  const [edgeHost, port] = (process.env['CLUSTER_EDGE'] ?? '').split(':');
  if (!edgeHost || !port) return null;
  return { origin, connect: { host: edgeHost, port: Number(port), secure: true }, ...(port === '443' ? { plain: { host: edgeHost, port: 80 } } : {}) };
}
