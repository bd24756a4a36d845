import fs from 'node:fs';
import { PlainError } from '../../terminal/plain-error.js';
import { artifact } from '../artifacts.js';
import { outputOf, runInstalled } from '../tools/run-installed.js';
import type { Environment, Verb } from '../verb.js';
import { isInsecure } from './images.js';
import { imagesOf, readRelease, type Release } from './release.js';
import { SBOM } from './sbom.js';

const ISSUER = 'https://token.actions.githubusercontent.com';

/** Everything of a release that is signed: the images and the chart. */
const referencesOf = (release: Release): string[] => [...Object.values(imagesOf(release)), `${release.chart.place.replace('oci://', '')}@${release.chart.digest}`];

/** Offline by a key; on GitHub without one, by the identity of the workflow, which goes into the public log. */
export function signArguments({ COSIGN_KEY, ...environment }: Environment): string[] {
  const way = COSIGN_KEY ? ['--key', COSIGN_KEY, '--tlog-upload=false', '--use-signing-config=false'] : [];
  return ['--yes', ...way, ...(isInsecure(environment) ? ['--allow-http-registry'] : [])];
}

/** Whose signature counts: that of a key, or of the one workflow of this very repository that publishes. */
export function verifyArguments({ COSIGN_PUBLIC_KEY, GITHUB_REPOSITORY, GITHUB_SERVER_URL = 'https://github.com', ...environment }: Environment): string[] {
  const http = isInsecure(environment) ? ['--allow-http-registry'] : [];
  if (COSIGN_PUBLIC_KEY) return ['--key', COSIGN_PUBLIC_KEY, '--insecure-ignore-tlog', ...http];
  if (!GITHUB_REPOSITORY) throw new PlainError('Whose signature is wanted? Set COSIGN_PUBLIC_KEY, or GITHUB_REPOSITORY (owner/name) for signatures of its workflows.');
  const workflows = `^${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/\\.github/workflows/publish\\.yml@refs/(heads/main|tags/v.+)$`.replaceAll('.com', '\\.com');
  return ['--certificate-oidc-issuer', ISSUER, '--certificate-identity-regexp', workflows, ...http];
}

/** What each part has to have, by what is said of one that has not. */
const proofs = {
  'is not signed by who has to': ['verify'],
  'has no list of its parts by who has to': ['verify-attestation', '--type', 'cyclonedx'],
};

export const sign: Verb = {
  usage: '',
  does: 'signs every image and the chart of the release, and beside each what it is made of (the document of sbom)',
  reads: ['COSIGN_KEY (none: keyless, on GitHub)', 'COSIGN_PASSWORD'],
  run: async () => {
    const parts = artifact(SBOM);
    if (!fs.existsSync(parts)) throw new PlainError(`${parts} is missing: it comes from npm run delivery -- sbom.`);
    for (const reference of referencesOf(readRelease())) {
      await outputOf('cosign', ['sign', ...signArguments(process.env), reference]);
      await outputOf('cosign', ['attest', '--type', 'cyclonedx', '--predicate', parts, ...signArguments(process.env), reference]);
    }
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
    const refused = new Set<string>();
    for (const reference of references) {
      for (const [means, wanted] of Object.entries(proofs)) {
        const { code, stderr } = await runInstalled('cosign', [...wanted, ...args, reference]);
        if (code === 0) continue;
        refused.add(reference);
        process.stdout.write(`${reference} ${means}: ${stderr.trim().split('\n')[0]}\n`);
      }
    }
    process.stdout.write(`${references.length - refused.size} of ${references.length} parts are signed\n`);
    return refused.size === 0 ? 0 : 1;
  },
};
