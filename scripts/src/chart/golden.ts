import { inRepository } from '../repository.js';

export const environments = ['dev', 'staging', 'production'] as const;
export type Environment = (typeof environments)[number];

export const chartFolder = inRepository('charts/crm-vision');

export const goldenFile = (environment: Environment): string => inRepository('charts/crm-vision/golden', `${environment}.yaml`);

/** Other ways to install, which have no overlay of their own: ci/<name>-values.yaml. */
const scenarios = ['archive', 'gateway-api'] as const;
export const waysToInstall = [...environments, ...scenarios];
export type WayToInstall = (typeof waysToInstall)[number];

/** What helm is told for one way to install: its overlay, and what a release brings beside it. Dashboards would be nine tenths of it, and have their own tests. */
export function templateArguments(way: WayToInstall): string[] {
  const overlays = environments.some((environment) => environment === way) ? [`values-${way}.yaml`] : [];
  const files = [...overlays, `ci/${way}-values.yaml`].flatMap((file) => ['-f', inRepository('charts/crm-vision', file)]);
  return ['template', 'crm', chartFolder, '--namespace', 'crm', '--kube-version', '1.34.0', ...files, '--set', 'monitoring.dashboards.enabled=false'];
}
