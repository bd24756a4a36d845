import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { dockerfileOf, imageNames } from '../../src/cluster/images.js';
import { fillIn, imageVariables, readSkaffold } from '../../src/cluster/skaffold/config.js';
import { copiedPaths } from '../../src/cluster/skaffold/inputs.js';

const clone = path.resolve(import.meta.dirname, '../../..');
const read = (name: string): string => fs.readFileSync(path.join(clone, name), 'utf8');
const expected = imageNames.map((name) => [`crm-vision/${name}`, path.relative(clone, dockerfileOf(name))]).toSorted();
const profiles = [undefined, 'ci', 'staging', 'production'];

/** Folders of scripts/src that a file imports, also through others. */
function foldersReachedFrom(file: string, seen = new Set<string>()): string[] {
  seen.add(file);
  for (const [, name] of read(file).matchAll(/(?:from|import\(|resolve\() ?'(\.[^']+)\.js'/g)) {
    const next = `${path.join(path.dirname(file), name!)}.ts`;
    if (!seen.has(next)) foldersReachedFrom(next, seen);
  }
  return [...new Set([...seen].map((each) => each.split('/')[2]!))];
}

describe('docker-bake.hcl', () => {
  const bake = read('docker-bake.hcl');
  const targets = [...bake.matchAll(/^target "([\w-]+)" \{\n([^]*?)\n\}/gm)].map(([, name, body]) => ({ name: name!, body: body! })).filter(({ name }) => name !== 'image');

  it('makes every image from its Dockerfile', () => {
    const all = [...expected, ['crm-vision/all-in-one', 'scripts/all-in-one/Dockerfile']].toSorted();
    expect(targets.map(({ name, body }) => [`crm-vision/${name}`, /dockerfile = "(.+)"/.exec(body)?.[1]]).toSorted()).toEqual(all);
  });

  it('tags and caches each under its own name', () => {
    for (const { name, body } of targets) expect([...body.matchAll(/tags\("([\w-]+)"\)|scope=([\w-]+)/g)].map(([, tag, scope]) => tag ?? scope)).toEqual([name, name, name]);
  });

  it('makes those of the chart when nothing is said', () => {
    expect(/group "default" \{\s+targets = \[(.*)\]/.exec(bake)![1]!.replaceAll(/[" ]/g, '').split(',').toSorted()).toEqual([...imageNames].toSorted());
  });
});

describe.each(profiles)('skaffold.yaml, profile %s', (profile) => {
  const config = readSkaffold(profile);
  const release = config.deploy.helm.releases[0]!;

  it('builds every image from its Dockerfile', () => {
    expect(config.build.artifacts.map(({ image, context, docker }) => [image, path.join(context, docker.dockerfile)]).toSorted()).toEqual(expected);
  });

  it('installs the chart with values files that exist', () => {
    for (const file of [path.join(release.chartPath, 'Chart.yaml'), ...release.valuesFiles]) expect(fs.existsSync(path.join(clone, file))).toBe(true);
    expect(release.valuesFiles[0]).toBe(`charts/crm-vision/values-${profile === undefined || profile === 'ci' ? 'dev' : profile}.yaml`);
  });

  it('says the place, tag and digest of each image by values that the chart has', () => {
    const values = parse(read('charts/crm-vision/values.yaml')) as Record<string, unknown>;
    const variables = Object.assign({ CRM_HOST: 'crm.test' }, ...imageNames.map((name) => imageVariables(`crm-vision/${name}`, `registry.test/crm-vision/${name}`, `tag-of-${name}`))) as Record<string, string>;
    const filled = fillIn(release.setValueTemplates, variables);
    for (const key of Object.keys(filled)) expect(key.split('.').reduce<unknown>((place, part) => (place as Record<string, unknown> | undefined)?.[part], values)).toBeDefined();
    for (const name of imageNames) expect([filled[`${name}.image.repository`], filled[`${name}.image.tag`], filled[`${name}.image.digest`]]).toEqual([`registry.test/crm-vision/${name}`, `tag-of-${name}`, '']);
    expect(filled['image.registry']).toBe('');
  });

  it('pushes images and names a host where others reach it, and opens ports on a developer\'s machine alone', () => {
    const shared = profile === 'staging' || profile === 'production';
    expect(config.build.local.push).toBe(shared);
    expect(release.setValueTemplates['exposure.host']).toBe(shared ? '{{.CRM_HOST}}' : profile && 'crm-ci.localhost');
    expect(config.portForward !== undefined).toBe(profile === undefined);
    for (const { resourceName, namespace } of config.portForward ?? []) expect([resourceName.startsWith(`${release.name}-`), namespace]).toEqual([true, release.namespace]);
  });
});

describe('what an image is made from', () => {
  it.each(imageNames)('%s copies files that exist', (name) => {
    const sources = copiedPaths(fs.readFileSync(dockerfileOf(name), 'utf8'));
    expect(sources.filter((source) => !fs.existsSync(path.join(clone, source)))).toEqual([]);
  });

  it('is all of crmctl: ops leaves out nothing that it imports', () => {
    const left = [...read('scripts/Dockerfile').matchAll(/scripts\/dist\/([\w-]+)(?= |$)/gm)].map(([, folder]) => folder!).filter((folder) => folder !== 'crmctl');
    const reached = foldersReachedFrom('scripts/src/crmctl/main.ts');
    expect(left).toContain('bench');
    expect(reached).toContain('backup');
    expect(reached.filter((folder) => left.includes(folder))).toEqual([]);
  });

  it('is no other service: a change to one rebuilds one', () => {
    for (const name of ['gateway', 'auth', 'crm'] as const) {
      const folders = copiedPaths(fs.readFileSync(dockerfileOf(name), 'utf8')).filter((source) => !source.includes('.'));
      expect(folders.toSorted()).toEqual(['proto', 'services/common', `services/${name}`].toSorted());
    }
  });
});
