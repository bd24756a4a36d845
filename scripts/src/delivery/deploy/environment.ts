import { PlainError } from '../../terminal/plain-error.js';
import type { Environment } from '../verb.js';

export const environments = ['staging', 'production'] as const;
export type EnvironmentName = (typeof environments)[number];

/** Where a release goes. */
export interface Target {
  name: EnvironmentName;
  helmRelease: string;
  namespace: string;
  /** Files of values over the chart's own, the last one stronger: values-<environment>.yaml of the chart, then those of VALUES_FILES. */
  valuesFiles: string[];
  /** Where people reach it: https://crm.example.com. */
  url: string;
  /** How long helm waits for everything to be ready: 10m. */
  timeout: string;
}

export function targetOf(name: string | undefined, environment: Environment): Target {
  if (!isEnvironment(name)) throw new PlainError(`An environment is ${environments.join(' or ')}, and not "${name ?? ''}".`);
  const host = environment['CRM_HOST'];
  if (!host) throw new PlainError('CRM_HOST is missing: the host that people reach it by, such as crm.example.com.');
  return {
    name,
    helmRelease: environment['HELM_RELEASE'] ?? 'crm',
    namespace: environment['NAMESPACE'] ?? (name === 'production' ? 'crm' : `crm-${name}`),
    valuesFiles: [`charts/crm-vision/values-${name}.yaml`, ...(environment['VALUES_FILES'] ?? '').split(',').filter(Boolean)],
    url: environment['CRM_URL'] ?? `https://${host}`,
    timeout: environment['DEPLOY_TIMEOUT'] ?? '10m',
  };
}

export function isEnvironment(name: string | undefined): name is EnvironmentName {
  return environments.some((each) => each === name);
}
