import { makeSecrets as secretsOf } from '../crmctl/secrets.js';
import type { Kubectl } from './tools/kubectl.js';

/** One Secret per component, as whoever installs the chart brings them; made once, since a database keeps its passwords. */
export async function makeSecrets(kubectl: Kubectl, release: string): Promise<void> {
  const secrets = secretsOf({ release, postgresql: 'embedded', redis: 'embedded' }).map(({ name, data }) => ({
    apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: data,
  }));
  await kubectl.apply({ apiVersion: 'v1', kind: 'List', items: secrets });
}
