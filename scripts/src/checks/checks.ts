import { inRepository } from '../repository.js';
import { breakingCheck } from './breaking.js';
import { toolCheck, type Check } from './check.js';
import { pagesCheck } from './pages.js';

const proto = { cwd: inRepository('proto') };
const web = { cwd: inRepository('web') };

/** Everything that can be said about the sources without running them. */
export const checks: Check[] = [
  // The longest first: it has a lane for itself.
  toolCheck('eslint, no warning', ['eslint', '--max-warnings=0', '.']),
  toolCheck('services and scripts compile', ['tsc', '-b']),
  toolCheck('tests compile', ['tsc', '-p', 'tsconfig.check.json']),
  toolCheck('web app compiles', ['tsc', '-b', '.'], web),
  toolCheck('import directions', ['depcruise', '--config', '.dependency-cruiser.cjs', 'services/auth/src', 'services/common/src', 'services/crm/src', 'services/gateway/src', 'scripts/src', 'web/src']),
  toolCheck('nothing unused', ['knip', '--no-progress', '--no-config-hints']),
  toolCheck('contract style', ['buf', 'lint'], proto),
  breakingCheck,
  toolCheck('OpenAPI document', ['redocly', 'lint', inRepository('web/src/generated/openapi.json')], { cwd: inRepository('services/gateway'), env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } }),
  pagesCheck,
  toolCheck('web app builds within its weights', ['vite', 'build'], web),
];
