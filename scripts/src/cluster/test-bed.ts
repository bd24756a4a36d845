import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../terminal/plain-error.js';
import type { Edge } from './http/address.js';
import { execute, output } from '../terminal/program.js';

/**
 * The one place that knows the test bed: a folder, named by CLUSTER_TEST_BED, whose programs start a Kubernetes, build and load
 * images, and put an edge and monitoring into it. Without it the suite uses the cluster that KUBECONFIG names.
 */
export class TestBed {
  private constructor(private readonly folder: string) {}

  /** Its tools become those of this process; nothing is started. */
  static fromEnvironment(): TestBed | null {
    const folder = process.env['CLUSTER_TEST_BED'];
    if (!folder) return null;
    const bed = new TestBed(path.resolve(folder));
    process.env['PATH'] = [bed.binaries, process.env['PATH']].join(path.delimiter);
    return bed;
  }

  /** Starts the cluster if need be, and makes its kubectl that of this process. */
  async start(): Promise<void> {
    const { code, stdout, stderr } = await execute(path.join(this.folder, 'up'), ['--if-compiled']);
    if (code !== 0) throw new PlainError(`The cluster of the test bed does not start: ${stderr.trim().split('\n').at(-1)}`);
    process.env['KUBECONFIG'] = /KUBECONFIG=(\S+)/.exec(stdout)?.[1]?.replaceAll(/["']/g, '') ?? '';
    // The one tool that nothing goes without; a check whose tool is missing says so.
    if (!this.hasTool('helm')) await output(path.join(this.folder, 'tools', 'install'), ['helm'], { timeout: 1_200_000 });
  }

  /** Builds a Dockerfile and loads the image. */
  async build(name: string, context: string, dockerfile: string, args: Record<string, string> = {}): Promise<void> {
    const more = Object.entries(args).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]);
    await output(path.join(this.folder, 'build'), [name, context, '-f', dockerfile, ...more], { timeout: 900_000 });
  }

  /** The bed reaches no registry: it has stand-ins for public images that a chart names. */
  async standIn(images: readonly string[]): Promise<void> {
    await output(path.join(this.folder, 'stand-in'), images, { timeout: 900_000 });
  }

  /** Where buildah has the images that were built here, as the file of settings that it reads from CONTAINERS_STORAGE_CONF. */
  get imageStore(): string {
    const folder = path.dirname(this.binaries);
    return `[storage]\ndriver = "overlay"\ngraphroot = "${folder}/buildah"\nrunroot = "${folder}/buildah-run"\n`;
  }

  /** The validator of manifests with all its schemas, none of them fetched. */
  get validator(): string {
    return path.join(this.folder, 'tools', 'validate');
  }

  get schemas(): string {
    return path.join(this.folder, 'tools', 'schemas');
  }

  get dashboardChecker(): string {
    return path.join(this.folder, 'monitoring', 'check-dashboards');
  }

  /** Puts ingress-nginx in front; null where that is not compiled. */
  async edge(origin: string, values: readonly string[]): Promise<Edge | null> {
    return this.hasTool('ingress-nginx') ? this.startEdge(origin, ['nginx', ...values]) : null;
  }

  /** Puts a controller of the Gateway API in front, in place of ingress-nginx, with the Gateway it comes with; null where that is not compiled. */
  async gatewayApi(origin: string): Promise<(Edge & { gateway: { name: string; namespace: string } }) | null> {
    return this.hasTool('traefik') ? { ...(await this.startEdge(origin, ['traefik'])), gateway: { name: 'edge', namespace: 'traefik' } } : null;
  }

  private async startEdge(origin: string, args: readonly string[]): Promise<Edge> {
    const said = await output(path.join(this.folder, 'edge', 'up'), args);
    const [, host, plainPort, port, authority] = /([\d.]+):(\d+) and :(\d+)\), authority: (\S+)/.exec(said) ?? [];
    if (!host || !port || !authority) throw new Error(`The edge did not say where it is: ${said}`);
    return { origin, connect: { host, port: Number(port), secure: true }, plain: { host, port: Number(plainPort) }, authority: fs.readFileSync(authority, 'utf8') };
  }

  /** Puts the Prometheus operator into the cluster and answers the address of Prometheus; null where that is not compiled. */
  async monitoring(): Promise<{ prometheus: string } | null> {
    if (!['prometheus-operator', 'alertmanager', 'kube-state', 'node_exporter', 'prometheus'].every((tool) => this.hasTool(tool))) return null;
    const said = await output(path.join(this.folder, 'monitoring', 'up'), []);
    const prometheus = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (!prometheus) throw new Error(`Prometheus did not say where it is: ${said}`);
    return { prometheus };
  }

  private get binaries(): string {
    return path.join(process.env['XDG_CACHE_HOME'] ?? path.join(process.env['HOME'] ?? '', '.cache'), 'crm-vision-cluster', 'bin');
  }

  hasTool(name: string): boolean {
    return fs.existsSync(path.join(this.binaries, name));
  }
}
