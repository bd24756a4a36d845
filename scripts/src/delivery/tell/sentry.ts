import { PlainError } from '../../terminal/plain-error.js';
import { isEnvironment } from '../deploy/environment.js';
import { commit } from '../release/release.js';
import type { Environment, Verb } from '../verb.js';

const settings = ['SENTRY_AUTH_TOKEN', 'SENTRY_ORG', 'SENTRY_PROJECTS'] as const;

export interface Deployed {
  /** What the services call themselves in every error: their version. */
  version: string;
  revision: string;
  environment: string;
}

/**
 * Tells Sentry of a release and that it is live, so that it can say which release an error came with. Both may be told again: a release is known by its version.
 * https://docs.sentry.io/api/releases
 */
export async function tellSentry({ version, revision, environment }: Deployed, { SENTRY_AUTH_TOKEN, SENTRY_ORG, SENTRY_PROJECTS = '', SENTRY_URL, GITHUB_REPOSITORY }: Environment): Promise<void> {
  const releases = `${SENTRY_URL || 'https://sentry.io'}/api/0/organizations/${SENTRY_ORG}/releases/`;
  const send = async (url: string, body: object): Promise<void> => {
    const headers = { authorization: `Bearer ${SENTRY_AUTH_TOKEN}`, 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new PlainError(`Sentry answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  };
  await send(releases, { version, projects: SENTRY_PROJECTS.split(',').filter(Boolean), ...(GITHUB_REPOSITORY && { refs: [{ repository: GITHUB_REPOSITORY, commit: revision }] }) });
  await send(`${releases}${encodeURIComponent(version)}/deploys/`, { environment, name: revision.slice(0, 12) });
}

export const sentry: Verb = {
  usage: 'staging|production',
  does: 'tells Sentry that this release is live; nothing without a token',
  reads: [...settings, 'SENTRY_URL'],
  run: async ([environment]) => {
    if (!isEnvironment(environment)) throw new PlainError(`An environment is staging or production, and not "${environment ?? ''}".`);
    if (!process.env['SENTRY_AUTH_TOKEN']) {
      process.stdout.write('Sentry was not told: there is no SENTRY_AUTH_TOKEN\n');
      return 0;
    }
    const missing = settings.find((name) => !process.env[name]);
    if (missing !== undefined) throw new PlainError(`${missing} is missing: Sentry is told with ${settings.join(', ')}.`);
    const { version, revision } = await commit();
    await tellSentry({ version, revision, environment }, process.env);
    process.stdout.write(`Sentry knows ${version} in ${environment}\n`);
    return 0;
  },
};
