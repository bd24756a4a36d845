import { row, type Section } from '../row.js';

export const security: Section = {
  number: '1.5',
  title: 'Security',
  rows: [
    row('a scan every night at 02:00 UTC', 'check security-scan.yml: every night', 'delivery scan secrets', 'delivery scan lockfile'),
    row('HSTS', 'jest services/gateway/test/edge.e2e-spec.ts', 'jest services/gateway/test/web-headers.spec.ts'),
    row('CSP', 'jest services/gateway/test/web-headers.spec.ts', 'jest web/e2e/journeys/9-every-page.spec.ts'),
    row('the other headers', 'jest services/gateway/test/edge.e2e-spec.ts', 'jest services/gateway/test/web-headers.spec.ts'),
    row('tokens and passwords', 'jest services/common/src/grpc/token-verifier.spec.ts', 'jest services/auth/test/keys/rotation.int-spec.ts', 'jest services/auth/test/sessions/sign-in.int-spec.ts'),
    row('roles', 'jest services/gateway/test/rpc-access.e2e-spec.ts'),
    row('workspaces apart', 'jest services/gateway/test/isolation.e2e-spec.ts', 'jest services/crm/test/database/workspace-wall.int-spec.ts', 'jest services/auth/test/workspace-wall.int-spec.ts', 'jest scripts/test/database/definer-functions.int-spec.ts'),
    row('limits of requests', 'jest services/gateway/test/limits.e2e-spec.ts'),
    row('CORS', 'jest services/gateway/test/edge.e2e-spec.ts'),
    row('validation, SQL, scripts, foreign sites', 'jest services/gateway/test/bad-input.e2e-spec.ts', 'jest services/gateway/test/edge.e2e-spec.ts', 'jest services/gateway/test/stored-trouble.e2e-spec.ts'),
    row('rules of passwords', 'jest services/auth/test/sessions/sign-up.int-spec.ts', 'jest web/build/password-figures.test.ts'),
    row('pages of headers and dependencies', 'check generated pages are up to date'),
  ],
};

export const configuration: Section = {
  number: '1.6',
  title: 'Configuration',
  rows: [
    row('examples for each service', 'check generated pages are up to date', 'jest scripts/test/docs.spec.ts'),
    row('59 variables and more, documented', 'jest scripts/test/chart/configuration.spec.ts', 'jest scripts/test/docs.spec.ts'),
    row('what is refused', 'jest services/common/src/config/production.spec.ts', 'jest services/common/src/config/load-config.spec.ts', 'jest scripts/test/chart/bad-values.spec.ts', 'cluster 7-render', 'cluster 7-start'),
    row('secrets', 'jest scripts/test/chart/secrets.spec.ts'),
    row('examples of all environments', 'cluster 0-golden', 'cluster 0-schemas'),
  ],
};
