import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { asShellCommand, helmArguments } from '../../src/addon/helm-command.js';
import { readVersions } from '../../src/addon/versions.js';

const clone = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(clone, 'k8s');
const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml')).sort();

interface Manifest {
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
}

function documentsOf(file: string): unknown[] {
  const documents = parseAllDocuments(fs.readFileSync(path.join(folder, file), 'utf8'));
  return documents.map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });
}

const manifestsOf = (file: string): Manifest[] => documentsOf(file) as Manifest[];

/** Versions that somebody wrote down beside k8s/versions.yaml: a flag, an image, or a file of a release. */
function versionsIn(text: string): string[] {
  return [...text.matchAll(/--version[= ]v?\d\S*|kindest\/node:v\d\S*|releases\/(?:download|tag)\/v?\d\S*|targetRevision: *v?\d\S*/g)].map(([found]) => found);
}

function pages(): string[] {
  const below = ['docs', 'k8s', 'charts'].flatMap((name) =>
    fs.readdirSync(path.join(clone, name), { recursive: true, encoding: 'utf8' }).map((file) => path.join(name, file)),
  );
  return ['README.md', ...below].filter((file) => /\.(md|yaml|sh|txt)$/.test(file) && file !== 'k8s/versions.yaml');
}

describe('k8s/', () => {
  it.each(files)('%s is YAML, and says nothing twice', (file) => {
    expect(documentsOf(file).length).toBeGreaterThan(0);
  });

  it('names every version in versions.yaml and nowhere else', () => {
    expect(pages().flatMap((file) => versionsIn(fs.readFileSync(path.join(clone, file), 'utf8')).map((found) => `${file}: ${found}`))).toEqual([]);
  });

  it('finds a version in a page, whichever way it is written', () => {
    expect(versionsIn('helm install x --version 1.2.3 and kindest/node:v1.30.0 and https://x/releases/download/v1/a.yaml').length).toBe(3);
  });

  it('pins the images of the add-ons by their chart alone', () => {
    const values = files.filter((file) => /(^|[/.])values[^/]*\.yaml$/.test(file));
    expect(values.filter((file) => /^\s*(tag|digest):/m.test(fs.readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
  });

  it('has a pinned chart for every folder with values', () => {
    const named = files.filter((file) => file.endsWith('/values.yaml')).map((file) => path.dirname(file));
    expect(named.filter((name) => !(name in readVersions().charts))).toEqual([]);
  });

  it('makes the namespace of every add-on, with a level of Pod Security', () => {
    const made = manifestsOf('namespaces/add-ons.yaml');
    const wanted = new Set(Object.values(readVersions().charts).map(({ namespace }) => namespace).filter((name) => name !== 'kube-system'));
    expect(made.map(({ metadata }) => metadata.name).sort()).toEqual([...wanted].sort());
    expect(made.filter(({ metadata }) => !metadata.labels?.['pod-security.kubernetes.io/enforce'])).toEqual([]);
  });

  it.each(['dev', 'staging', 'production'])('gives %s a restricted namespace with a quota and limits', (name) => {
    const manifests = manifestsOf(`namespaces/${name}.yaml`);
    expect(manifests.map(({ kind }) => kind)).toEqual(['Namespace', 'ResourceQuota', 'LimitRange']);
    const [namespace, ...others] = manifests;
    for (const mode of ['enforce', 'audit', 'warn']) expect(namespace!.metadata.labels).toHaveProperty([`pod-security.kubernetes.io/${mode}`], 'restricted');
    for (const other of others) expect(other.metadata.namespace).toBe(namespace!.metadata.name);
  });

  it('turns container logs over at 10 MiB, three files each, on kind', () => {
    const [cluster] = documentsOf('kind/cluster.yaml') as { kubeadmConfigPatches: string[] }[];
    expect(parseAllDocuments(cluster!.kubeadmConfigPatches.join('---\n')).map((document) => document.toJS() as unknown)).toContainEqual({
      kind: 'KubeletConfiguration', containerLogMaxSize: '10Mi', containerLogMaxFiles: 3,
    });
  });
});

describe('npm run addon', () => {
  const addOn = { repository: 'https://charts.example.org', version: '1.2.3', namespace: 'edge' };

  it('asks helm for the pinned version with the values of the folder, then what the person adds', () => {
    expect(asShellCommand('helm', helmArguments('nginx', addOn, ['k8s/nginx/values.yaml'], ['--set', 'a b=1']))).toBe(
      "helm upgrade --install nginx nginx --repo https://charts.example.org --version 1.2.3 --namespace edge --create-namespace --values k8s/nginx/values.yaml --set 'a b=1'",
    );
  });

  it('takes a chart of an OCI registry by its address', () => {
    expect(helmArguments('nginx', { ...addOn, repository: 'oci://quay.example.org/charts' }, [], []).slice(0, 6)).toEqual(
      ['upgrade', '--install', 'nginx', 'oci://quay.example.org/charts/nginx', '--version', '1.2.3'],
    );
  });
});
