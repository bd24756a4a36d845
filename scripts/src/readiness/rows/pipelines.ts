import { row, type Section } from '../row.js';

const rehearsed = (name: string) => `check ${name}` as const;

export const pipelines: Section = {
  number: '1.1',
  title: 'Pipelines',
  rows: [
    row('ci.yml', rehearsed('ci.yml: a change of ours'), rehearsed('ci.yml: a stage that fails stops no other'), 'check workflows are well formed (actionlint)', 'check workflows are safe (zizmor)', 'jest scripts/test/delivery/workflows.spec.ts'),
    row('deploy.yml', rehearsed('staging.yml: main goes live'), rehearsed('release.yml: a tag goes live'), rehearsed('deploy.yml: by hand, back'), rehearsed('staging.yml: a deployment that fails is told')),
    row('security scan, dependencies, automatic merge, README', rehearsed('security-scan.yml: every night'), rehearsed('dependencies.yml: a change of packages'), rehearsed('dependabot-auto-merge.yml: a small update merges itself'), rehearsed('dependabot-auto-merge.yml: a large one waits for somebody')),
    row('unit tests and coverage (Codecov)', 'delivery coverage', rehearsed('ci.yml: main tells Codecov, where there is a token')),
    row('coverage: floor 60 %, goal 80 %', 'delivery coverage', 'jest scripts/test/delivery/coverage.spec.ts'),
    row('ESLint, both sides', 'check eslint, no warning', 'check generated pages are up to date', 'jest scripts/test/guards/lint-guards.spec.ts'),
    row('migration tests with PostgreSQL and Redis', 'jest scripts/test/migrations/migrations.int-spec.ts', 'jest scripts/test/migrations/last-release.int-spec.ts'),
    row('build verification', 'check services and scripts compile', 'jest scripts/test/faults/launcher.e2e-spec.ts', 'jest services/common/test/lifecycle/shutdown.int-spec.ts'),
    row('web build, peer dependencies', 'check web app builds within its weights', 'check web app compiles'),
    row('audit of dependencies with a threshold', 'delivery audit', 'jest scripts/test/delivery/audit.spec.ts'),
    row('Trivy, files and images', 'delivery scan files', 'delivery scan images'),
    row('Snyk, if wanted', rehearsed('security-scan.yml: asks Snyk, where there is a token'), rehearsed('security-scan.yml: every night')),
    row('backdoors in changed dependencies', 'jest scripts/test/delivery/dependencies.spec.ts', rehearsed('dependencies.yml: a change of packages')),
    row('licences, dependency review', 'delivery licences', 'jest scripts/test/delivery/licences.spec.ts', rehearsed('dependencies.yml: a change of packages')),
    row('issues of advisories, one comment on a change', 'jest scripts/test/delivery/telling.spec.ts'),
    row('images in stages', 'jest scripts/test/images/dockerfiles.spec.ts', 'cluster 0-dockerfiles', 'cluster 4-read-only-root'),
    row('images by branch, SHA and digest', 'jest scripts/test/delivery/release.spec.ts', 'jest scripts/test/chart/chart.spec.ts'),
    row('BuildKit cache', 'jest scripts/test/images/build-files.spec.ts', 'github the second build of a commit is all CACHED'),
    row('staging by itself, production by a tag', rehearsed('staging.yml: main goes live'), rehearsed('release.yml: a tag beside main is refused'), rehearsed('staging.yml: what is not signed is not even asked about'), 'github attestations and reviewers'),
    row('checks before a deployment', 'jest scripts/test/preflight/preflight.int-spec.ts', 'jest scripts/test/preflight/contractions.spec.ts'),
    row('smoke tests, health checks', 'cluster 1-helm-test', 'cluster 1-edge'),
    row('migrations by themselves', 'cluster 2-migration', 'jest scripts/test/migrations/migrations.int-spec.ts'),
    row('rollback', 'cluster 2-rollback', 'cluster 2-broken-image'),
    row('release on GitHub', rehearsed('release.yml: a tag goes live'), 'jest scripts/test/delivery/telling.spec.ts', 'github a release with its parts'),
    row('notifications, Sentry release', 'jest scripts/test/delivery/telling.spec.ts', rehearsed('staging.yml: a deployment that fails is told')),
  ],
};
