import { inRepository } from '../repository.js';

export const environments = ['dev', 'staging', 'production'] as const;
export type Environment = (typeof environments)[number];

export const chartFolder = inRepository('charts/crm-vision');

export const goldenFile = (environment: Environment): string => inRepository('charts/crm-vision/golden', `${environment}.yaml`);

/** What helm is told for an environment: its overlay, and what a release brings beside it. */
export function templateArguments(environment: Environment): string[] {
  const files = [`values-${environment}.yaml`, `ci/${environment}-values.yaml`].flatMap((file) => ['-f', inRepository('charts/crm-vision', file)]);
  return ['template', 'crm', chartFolder, '--namespace', 'crm', '--kube-version', '1.34.0', ...files];
}
