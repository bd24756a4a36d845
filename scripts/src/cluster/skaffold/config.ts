import fs from 'node:fs';
import { parse } from 'yaml';
import { inRepository } from '../../repository.js';

export interface Artifact {
  image: string;
  context: string;
  docker: { dockerfile: string; target?: string };
}

export interface HelmRelease {
  name: string;
  chartPath: string;
  namespace: string;
  valuesFiles: string[];
  setValueTemplates: Record<string, string>;
}

interface Patch {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: unknown;
}

/** What we use of skaffold.yaml. */
export interface SkaffoldConfig {
  build: { artifacts: Artifact[]; local: { push: boolean } };
  deploy: { helm: { flags: { upgrade: string[] }; releases: HelmRelease[] } };
  portForward?: { resourceName: string; namespace: string; port: number; localPort: number }[];
  profiles: { name: string; patches: Patch[] }[];
}

/** The file as `skaffold -p PROFILE` reads it, or without a profile. */
export function readSkaffold(profile?: string): SkaffoldConfig {
  const config = parse(fs.readFileSync(inRepository('skaffold.yaml'), 'utf8')) as SkaffoldConfig;
  if (profile === undefined) return config;
  const found = config.profiles.find(({ name }) => name === profile);
  if (!found) throw new Error(`skaffold.yaml has no profile "${profile}".`);
  for (const patch of found.patches) apply(config, patch);
  return config;
}

/** A JSON patch (RFC 6902), as far as the file uses them. What is replaced or removed has to be there. */
function apply(config: object, { op, path, value }: Patch): void {
  const keys = path.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop()!;
  let place = config as Record<string, unknown>;
  for (const key of keys) {
    if (typeof place[key] !== 'object' || place[key] === null) throw new Error(`${op} ${path}: there is no "${key}".`);
    place = place[key] as Record<string, unknown>;
  }
  if (op !== 'add' && !(last in place)) throw new Error(`${op} ${path}: there is nothing.`);
  if (op === 'remove') delete place[last];
  else place[last] = value;
}

/** The variables that Skaffold gives to templates of values; a digest is known of pushed images alone. */
export function imageVariables(artifact: string, repository: string, tag: string): Record<string, string> {
  const suffix = artifact.replaceAll(/[/-]/g, '_');
  return { [`IMAGE_REPO_${suffix}`]: repository, [`IMAGE_TAG_${suffix}`]: tag, [`IMAGE_DIGEST_${suffix}`]: '' };
}

/** Values of a release, with nothing left to fill in. */
export function fillIn(templates: Record<string, string>, variables: Record<string, string>): Record<string, string> {
  const filled = (template: string): string =>
    template.replaceAll(/\{\{\s*\.(\w+)\s*\}\}/g, (_whole, name: string) => {
      const value = variables[name];
      if (value === undefined) throw new Error(`Nothing gives ${name} a value.`);
      return value;
    });
  return Object.fromEntries(Object.entries(templates).map(([key, template]) => [key, filled(template)]));
}
