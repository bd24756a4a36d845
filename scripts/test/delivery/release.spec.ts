import { describe, expect, it } from '@jest/globals';
import { targetOf } from '../../src/delivery/deploy/environment.js';
import { imageValues } from '../../src/delivery/deploy/helm.js';
import { preflightJob } from '../../src/delivery/deploy/preflight.js';
import { chartVersion, registryOf } from '../../src/delivery/release/publish.js';
import { versionOf } from '../../src/delivery/release/release.js';
import { signArguments, verifyArguments } from '../../src/delivery/release/signatures.js';

describe('a release', () => {
  it.each([['v1.4.0', '1.4.0'], ['v2.0.0-rc.1', '2.0.0-rc.1']])('by the tag %s is %s', (name, version) => {
    expect(versionOf({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: name })).toBe(version);
  });

  it('by another tag is refused, and a branch is none', () => {
    expect(() => versionOf({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'latest' })).toThrow('The tag of a release is v1.2.3, and not "latest"');
    expect(versionOf({ GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'v1.4.0' })).toBeNull();
  });

  it("of a branch has a chart that sorts before the version's own", () => {
    expect(chartVersion('1.4.0', false, 'abcdef0123456789')).toBe('1.4.0-sha.abcdef012345');
    expect(chartVersion('1.4.0', true, 'abcdef0123456789')).toBe('1.4.0');
  });

  it('needs a registry, by its name in small letters', () => {
    expect(registryOf({ REGISTRY: 'ghcr.io/Acme/' })).toBe('ghcr.io/acme');
    expect(() => registryOf({})).toThrow('REGISTRY is missing');
  });

  it('names every image by its digest', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const images = { gateway: `r.example/crm-vision/gateway@${digest}`, auth: `r.example/crm-vision/auth@${digest}`, crm: `r.example/crm-vision/crm@${digest}`, web: `r.example/crm-vision/web@${digest}`, ops: `r.example/crm-vision/ops@${digest}` };
    expect(imageValues(images)).toContain(`web.image.digest=${digest}`);
    expect(imageValues(images)).toContain('image.registry=r.example');
    expect(imageValues(images).slice(0, 2)).toEqual(['--set', 'image.requireDigests=true']);
    expect(() => imageValues({ ...images, web: `other.example/crm-vision/web@${digest}` })).toThrow('one registry');
  });
});

describe('signatures', () => {
  it('are by a key where there is one, and by the workflow elsewhere', () => {
    expect(signArguments({ COSIGN_KEY: 'cosign.key' })).toContain('--key');
    expect(signArguments({})).toEqual(['--yes']);
  });

  it('count only of the workflow of this repository that publishes, on main or a tag', () => {
    const pattern = new RegExp(verifyArguments({ GITHUB_REPOSITORY: 'acme/crm' }).at(-1)!);
    expect('https://github.com/acme/crm/.github/workflows/publish.yml@refs/heads/main').toMatch(pattern);
    expect('https://github.com/acme/crm/.github/workflows/publish.yml@refs/tags/v1.4.0').toMatch(pattern);
    for (const other of ['https://github.com/evil/crm/.github/workflows/publish.yml@refs/heads/main', 'https://github.com/acme/crm/.github/workflows/publish.yml@refs/heads/evil', 'https://github.com/acme/crm/.github/workflows/ci.yml@refs/heads/main', 'https://githubxcom/acme/crm/.github/workflows/publish.yml@refs/heads/main']) expect(other).not.toMatch(pattern);
  });

  it('of nobody in particular are no signatures', () => {
    expect(() => verifyArguments({})).toThrow('Whose signature is wanted?');
  });
});

describe('an environment', () => {
  it('is staging or production, with a host', () => {
    expect(targetOf('staging', { CRM_HOST: 'crm.example.com', VALUES_FILES: 'a.yaml,b.yaml' })).toMatchObject({ namespace: 'crm-staging', url: 'https://crm.example.com', valuesFiles: ['charts/crm-vision/values-staging.yaml', 'a.yaml', 'b.yaml'] });
    expect(targetOf('production', { CRM_HOST: 'crm.example.com' }).namespace).toBe('crm');
    expect(() => targetOf('prod', { CRM_HOST: 'x' })).toThrow('staging or production, and not "prod"');
    expect(() => targetOf('production', {})).toThrow('CRM_HOST is missing');
  });
});

describe('the Job that asks whether an upgrade may begin', () => {
  const drill = { spec: { schedule: '0 4 * * 0', jobTemplate: { spec: { backoffLimit: 0, activeDeadlineSeconds: 3600, template: { metadata: { labels: { 'app.kubernetes.io/component': 'restore-drill' } }, spec: { serviceAccountName: 'drill', containers: [{ name: 'drill', image: 'old', args: ['drill'], env: [{ name: 'A', value: 'b' }] }] } } } } } };

  it('is the pod of the drill, with the image that is to come and its question', () => {
    const job = preflightJob(drill, { image: 'new@sha256:1', running: '1.4.0', name: 'crm-preflight' });
    expect(job).toMatchObject({ kind: 'Job', metadata: { name: 'crm-preflight' }, spec: { backoffLimit: 0, template: { metadata: { labels: { 'app.kubernetes.io/component': 'restore-drill' } }, spec: { serviceAccountName: 'drill' } } } });
    expect(job).toMatchObject({ spec: { template: { spec: { containers: [{ name: 'drill', image: 'new@sha256:1', args: ['preflight', '--running', '1.4.0'], env: [{ name: 'A', value: 'b' }] }] } } } });
  });

  it('is not made of anything else', () => {
    expect(() => preflightJob({ spec: {} }, { image: 'x', running: '1.0.0', name: 'x' })).toThrow();
  });
});
