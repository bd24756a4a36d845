import { PlainError } from '../../terminal/plain-error.js';
import { outputOf, runInstalled } from '../tools/run-installed.js';
import type { Environment, Verb } from '../verb.js';
import { isInsecure } from './images.js';
import { readRelease, type Release } from './release.js';

const ISSUER = 'https://token.actions.githubusercontent.com';

/** Everything of a release that is signed: the images and the chart. */
const referencesOf = ({ images, chart }: Release): string[] => [...Object.values(images), `${chart.place.replace('oci://', '')}@${chart.digest}`];

/** Offline by a key; on GitHub without one, by the identity of the workflow, which goes into the public log. */
export function signArguments({ COSIGN_KEY, ...environment }: Environment): string[] {
  const way = COSIGN_KEY ? ['--key', COSIGN_KEY, '--tlog-upload=false', '--use-signing-config=false'] : [];
  return ['sign', '--yes', ...way, ...(isInsecure(environment) ? ['--allow-http-registry'] : [])];
}

/** Whose signature counts: that of a key, or of the one workflow of this very repository that publishes. */
export function verifyArguments({ COSIGN_PUBLIC_KEY, GITHUB_REPOSITORY, GITHUB_SERVER_URL = 'https://github.com', ...environment }: Environment): string[] {
  const http = isInsecure(environment) ? ['--allow-http-registry'] : [];
  if (COSIGN_PUBLIC_KEY) return ['verify', '--key', COSIGN_PUBLIC_KEY, '--insecure-ignore-tlog', ...http];
  if (!GITHUB_REPOSITORY) throw new PlainError('Whose signature is wanted? Set COSIGN_PUBLIC_KEY, or GITHUB_REPOSITORY (owner/name) for signatures of its workflows.');
  const workflows = `^${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/\\.github/workflows/publish\\.yml@refs/(heads/main|tags/v.+)$`.replaceAll('.com', '\\.com');
  return ['verify', '--certificate-oidc-issuer', ISSUER, '--certificate-identity-regexp', workflows, ...http];
}

export const sign: Verb = {
  usage: '',
  does: 'signs every image and the chart of the release',
  reads: ['COSIGN_KEY (none: keyless, on GitHub)', 'COSIGN_PASSWORD'],
  run: async () => {
    for (const reference of referencesOf(readRelease())) await outputOf('cosign', [...signArguments(process.env), reference]);
    return 0;
  },
};

export const verify: Verb = {
  usage: '',
  does: 'whether every part of the release is signed by who has to; a part that is not is named',
  reads: ['COSIGN_PUBLIC_KEY, or GITHUB_REPOSITORY'],
  run: async () => {
    const args = verifyArguments(process.env);
    const references = referencesOf(readRelease());
    let refused = 0;
    for (const reference of references) {
      const { code, stderr } = await runInstalled('cosign', [...args, reference]);
      if (code === 0) continue;
      refused += 1;
      process.stdout.write(`${reference} is not signed by who has to: ${stderr.trim().split('\n')[0]}\n`);
    }
    process.stdout.write(`${references.length - refused} of ${references.length} parts are signed\n`);
    return refused === 0 ? 0 : 1;
  },
};
