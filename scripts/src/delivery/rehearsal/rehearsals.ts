/** One thing that happens to the repository, and what a workflow then has to do, job by job. */
export interface Rehearsal {
  name: string;
  workflow: string;
  event: string;
  payload?: Record<string, unknown>;
  inputs?: Record<string, string>;
  secrets?: Record<string, string>;
  variables?: Record<string, string>;
  /** What fails, by the beginning of its words: `deploy staging`. */
  fails?: string;
  /** What Dependabot's pull request is. */
  update?: string;
  isOnMain?: boolean;
  does: string[];
  isRed?: boolean;
}

const push = { event: 'push', payload: { ref: 'refs/heads/main' } };
const tag = { event: 'push', payload: { ref: 'refs/tags/v1.4.0' } };
const change = (repository: string, user = 'somebody') => ({
  event: 'pull_request',
  payload: { number: 7, pull_request: { number: 7, html_url: 'https://github.com/acme/crm/pull/7', user: { login: user }, base: { ref: 'main', sha: 'a1b2c3' }, head: { ref: 'change', sha: 'd4e5f6', repo: { full_name: repository } } } },
});
const own = change('acme/crm');
const foreign = change('stranger/crm');
const dependabot = change('acme/crm', 'dependabot[bot]');

const TOKEN = 'GITHUB_TOKEN=a-token-of-nobody';
const comment = `coverage: report comment 7 coverage .artifacts/coverage.md ${TOKEN}`;
const names = ['delivery', 'lint', 'services', 'scripts', 'migrations', 'web', 'chart', 'faults', 'browser'];
const changed = [
  ...names.map((stage) => `stage: ci ${stage}`),
  'coverage: coverage', 'coverage: actions/upload-artifact coverage', 'dependencies: audit', 'dependencies: licences', 'images: images',
];

const scanned = ['trivy', 'osv-scanner', 'gitleaks'].map((tool) => `scan: tools ${tool}`).concat('scan: scan files', 'scan: scan lockfile', 'scan: scan secrets', 'codeql: github/codeql-action/init', 'codeql: github/codeql-action/analyze');
const findings = ['trivy-files', 'osv', 'gitleaks'].map((name) => `scan: github/codeql-action/upload-sarif .artifacts/${name}.sarif`);

const published = ['docker/login-action ghcr.io', 'tools helm cosign', 'sbom', 'publish REGISTRY=ghcr.io/acme', 'sign', 'actions/attest .artifacts/release.json', 'actions/upload-artifact release'].map((each) => `publish: ${each}`);
const looked = ['tools trivy', 'actions/download-artifact release', 'docker/login-action ghcr.io', 'scan images'].map((each) => `scan: ${each}`);

const HOST = 'CRM_HOST=crm.example.com';
const CLUSTER = 'KUBECONFIG_TEXT=a-cluster';
const settings = { secrets: { KUBECONFIG_TEXT: 'a-cluster', SLACK_WEBHOOK_URL: 'https://slack.example' }, variables: { CRM_HOST: 'crm.example.com' } };

const arrives = (environment: string): string[] => [`tools helm cosign ${HOST} ENVIRONMENT=${environment}`, 'docker/login-action ghcr.io'];
const goesLive = (environment: string): string[] => [`verify ${HOST} ENVIRONMENT=${environment}`, `preflight ${environment} ${HOST} ${CLUSTER}`, `deploy ${environment} ${HOST} ${CLUSTER}`];
const isTold = (environment: string, action: string, result: string): string => `notify ${action} of ${environment} --result ${result} --link https://github.com/acme/crm/actions/runs/1 ${HOST} SLACK_WEBHOOK_URL=https://slack.example`;
const inDeploy = (lines: readonly string[]): string[] => lines.map((line) => `deploy: ${line}`);
const deployed = (environment: string): string[] => inDeploy([...arrives(environment), 'actions/download-artifact release', ...goesLive(environment), isTold(environment, 'deploy', 'success')]);

const announced = ['announce: actions/download-artifact release', 'announce: notes', 'announce: gh release create v1.4.0 --verify-tag --notes-file .artifacts/notes.md .artifacts/release.json .artifacts/crm-vision.cdx.json .artifacts/SHA256SUMS GH_TOKEN=a-token-of-nobody'];

const byHand = (action: string) => ({ workflow: 'deploy.yml', event: 'workflow_dispatch', ...settings, inputs: { environment: 'production', action, tag: 'v1.4.0' } });

export const rehearsals: readonly Rehearsal[] = [
  { name: 'a change of ours', workflow: 'ci.yml', ...own, does: [...changed, comment] },
  { name: 'a change of a stranger writes nothing', workflow: 'ci.yml', ...foreign, does: changed },
  { name: 'a change that waits for its turn', workflow: 'ci.yml', event: 'merge_group', does: changed },
  { name: 'main tells Codecov, where there is a token', workflow: 'ci.yml', ...push, secrets: { CODECOV_TOKEN: 'a-token' }, does: [...changed, 'codecov: actions/download-artifact coverage', 'codecov: codecov/codecov-action'] },
  { name: 'a stage that fails stops no other', workflow: 'ci.yml', ...own, fails: 'ci web', does: [...changed, comment], isRed: true },
  { name: 'tests that do not run say nothing of what they cover', workflow: 'ci.yml', ...own, fails: 'coverage', does: changed, isRed: true },
  { name: 'a known weakness does not hide a licence', workflow: 'ci.yml', ...own, fails: 'audit', does: [...changed, comment], isRed: true },

  { name: 'a change of ours', workflow: 'security-scan.yml', ...own, does: [...scanned, ...findings] },
  { name: 'a change of a stranger uploads nothing', workflow: 'security-scan.yml', ...foreign, does: scanned },
  { name: 'every night', workflow: 'security-scan.yml', event: 'schedule', does: [...scanned, ...findings, `advisories: report advisories ${TOKEN}`] },
  { name: 'a secret in the history is red', workflow: 'security-scan.yml', event: 'schedule', fails: 'scan secrets', does: [...scanned, ...findings.slice(0, 2), 'scan: github/codeql-action/upload-sarif .artifacts/gitleaks.sarif', `advisories: report advisories ${TOKEN}`], isRed: true },
  { name: 'asks Snyk, where there is a token', workflow: 'security-scan.yml', event: 'schedule', secrets: { SNYK_TOKEN: 'a-token' }, does: [...scanned, ...findings, 'snyk: scan snyk HAS_TOKEN=true SNYK_TOKEN=a-token', `advisories: report advisories ${TOKEN}`] },

  { name: 'every week', workflow: 'mutations.yml', event: 'schedule', does: ['unit test', 'lint rule', 'migration', 'chart template', 'licence', 'known-bad dependency'].map((what) => `mutate: mutate --all ${what}`) },
  { name: 'a change of packages', workflow: 'dependencies.yml', ...own, does: ['review: actions/dependency-review-action', 'look: scan dependencies a1b2c3'] },
  { name: 'a small update merges itself', workflow: 'dependabot-auto-merge.yml', ...dependabot, update: 'version-update:semver-minor', does: ['merge: dependabot/fetch-metadata', 'merge: gh pr merge --auto --squash https://github.com/acme/crm/pull/7 GH_TOKEN=a-token-of-nobody'] },
  { name: 'a large one waits for somebody', workflow: 'dependabot-auto-merge.yml', ...dependabot, update: 'version-update:semver-major', does: ['merge: dependabot/fetch-metadata'] },
  { name: 'nothing else merges itself', workflow: 'dependabot-auto-merge.yml', ...own, does: [] },

  { name: 'main goes live', workflow: 'staging.yml', ...push, ...settings, does: [...published, ...looked, ...deployed('staging')] },
  { name: 'an image with a known weakness does not', workflow: 'staging.yml', ...push, ...settings, fails: 'scan images', does: [...published, ...looked], isRed: true },
  {
    name: 'a deployment that fails is told',
    workflow: 'staging.yml',
    ...push,
    ...settings,
    fails: 'deploy staging',
    does: [...published, ...looked, ...inDeploy([...arrives('staging'), 'actions/download-artifact release', ...goesLive('staging'), isTold('staging', 'deploy', 'failure')])],
    isRed: true,
  },
  {
    name: 'what is not signed is not even asked about',
    workflow: 'staging.yml',
    ...push,
    ...settings,
    fails: 'verify',
    does: [...published, ...looked, ...inDeploy([...arrives('staging'), 'actions/download-artifact release', goesLive('staging')[0]!, isTold('staging', 'deploy', 'failure')])],
    isRed: true,
  },

  { name: 'a tag goes live', workflow: 'release.yml', ...tag, ...settings, does: [...published, ...looked, ...announced, ...deployed('production'), 'sentry: sentry production'] },
  { name: 'a tag beside main is refused', workflow: 'release.yml', ...tag, ...settings, isOnMain: false, does: [], isRed: true },
  { name: 'a release that cannot be signed is none', workflow: 'release.yml', ...tag, ...settings, fails: 'sign', does: published.slice(0, 5), isRed: true },

  { name: 'by hand, a release that is out', ...byHand('deploy'), does: inDeploy([...arrives('production'), 'gh release download v1.4.0 --pattern release.json --dir .artifacts CRM_HOST=crm.example.com ENVIRONMENT=production GH_TOKEN=a-token-of-nobody', ...goesLive('production'), isTold('production', 'deploy', 'success')]) },
  { name: 'by hand, back', ...byHand('rollback'), does: inDeploy([...arrives('production'), `rollback production ${HOST} ${CLUSTER}`, isTold('production', 'rollback', 'success')]) },
  { name: 'by hand, a look', ...byHand('smoke'), does: inDeploy([...arrives('production'), `smoke production ${HOST}`, isTold('production', 'smoke', 'success')]) },
];
