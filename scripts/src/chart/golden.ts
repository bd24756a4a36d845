import { inRepository } from '../repository.js';

export const environments = ['dev', 'staging', 'production'] as const;
export type Environment = (typeof environments)[number];

export const chartFolder = inRepository('charts/crm-vision');

export const goldenFile = (environment: Environment): string => inRepository('charts/crm-vision/golden', `${environment}.yaml`);

/** Other ways to install, which have no overlay of their own: ci/<name>-values.yaml. */
export const scenarios = ['archive', 'gateway-api'] as const;
export type Scenario = Environment | (typeof scenarios)[number];

/** What helm is told for an environment: its overlay, and what a release brings beside it. Dashboards would be nine tenths of it, and have their own tests. */
export function templateArguments(scenario: Scenario): string[] {
  const overlays = environments.some((environment) => environment === scenario) ? [`values-${scenario}.yaml`] : [];
  const files = [...overlays, `ci/${scenario}-values.yaml`].flatMap((file) => ['-f', inRepository('charts/crm-vision', file)]);
  return ['template', 'crm', chartFolder, '--namespace', 'crm', '--kube-version', '1.34.0', ...files, '--set', 'monitoring.dashboards.enabled=false'];
}
