import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';

interface Amounts {
  requests: Record<string, string>;
  limits: Record<string, string>;
}
interface PodTemplate {
  spec: { containers: { resources: Amounts }[] };
}
interface Manifest {
  kind: string;
  metadata: { name: string };
  spec: {
    replicas?: number;
    maxReplicas?: number;
    instances?: number;
    template?: PodTemplate;
    jobTemplate?: { spec: { template: PodTemplate } };
    resources?: Amounts;
    scaleTargetRef?: { name: string };
    hard?: Record<string, string>;
  };
}

const clone = path.resolve(import.meta.dirname, '../../..');
const units: Record<string, number> = { m: 1e-3, '': 1, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

function quantity(text: string): number {
  const [, figure, unit] = /^([\d.]+)(\D*)$/.exec(text)!;
  return Number(figure) * units[unit!]!;
}

function manifests(file: string): Manifest[] {
  return parseAllDocuments(fs.readFileSync(path.join(clone, file), 'utf8')).map((document) => document.toJS() as Manifest | null).filter((manifest) => manifest?.spec !== undefined) as Manifest[];
}

/** What every pod of a rendered release asks for: each deployment at its largest and with the pod that a rollout adds, and every job at once. */
function podsAtMost(file: string): Amounts[] {
  const all = manifests(file);
  const scaled = new Map(all.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map(({ spec }) => [spec.scaleTargetRef!.name, spec.maxReplicas!]));
  return all.flatMap(({ kind, metadata, spec }) => {
    if (kind === 'Cluster') return Array.from({ length: spec.instances! + 1 }, () => spec.resources!);
    const template = spec.jobTemplate?.spec.template ?? spec.template;
    if (!template) return [];
    const pods = kind === 'Deployment' ? (scaled.get(metadata.name) ?? spec.replicas ?? 1) + 1 : 1;
    return Array.from({ length: pods }, () => template.spec.containers.map(({ resources }) => resources)).flat();
  });
}

describe('the quota of a namespace', () => {
  it.each(['staging', 'production'])('of %s holds the release at its largest, in a rollout of everything, with all jobs', (environment) => {
    const hard = manifests(`k8s/namespaces/${environment}.yaml`).find(({ kind }) => kind === 'ResourceQuota')!.spec.hard!;
    const pods = podsAtMost(`charts/crm-vision/golden/${environment}.yaml`);
    expect(pods.length).toBeGreaterThan(15);
    expect(pods.length).toBeLessThanOrEqual(Number(hard['pods']));
    for (const side of ['requests', 'limits'] as const) {
      for (const resource of ['cpu', 'memory']) {
        const sum = pods.reduce((total, amounts) => total + quantity(amounts[side][resource]!), 0);
        expect(sum).toBeGreaterThan(0);
        expect(sum).toBeLessThanOrEqual(quantity(hard[`${side}.${resource}`]!));
      }
    }
  });
});
