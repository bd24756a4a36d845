import type { ClusterCheck } from '../check.js';
import { skaffoldCheck } from '../skaffold/check.js';
import { autoscalingCheck } from './autoscaling.js';
import { backupPageCheck } from './backup-page.js';
import { badBackupsCheck, drillCheck, reinstallCheck, restoreCheck } from './backup.js';
import { badStartsCheck, badValuesCheck } from './bad-values.js';
import { balanceCheck } from './balance.js';
import { brokenImageCheck } from './broken-image.js';
import { browserCheck } from './browser.js';
import { podSecurityCheck, readOnlyCheck } from './confinement.js';
import { databaseKillCheck, redisKillCheck } from './data-kills.js';
import { edgeCheck } from './edge.js';
import { evictionCheck } from './eviction.js';
import { gatewayApiCheck } from './gateway-api.js';
import { helmTestCheck, installCheck } from './install.js';
import { installPageCheck } from './install-page.js';
import { killsCheck } from './kills.js';
import { limitsCheck } from './limits.js';
import { migrationCheck } from './migration.js';
import { networkCheck } from './network.js';
import { releaseCheck } from './release.js';
import { slowCallersCheck } from './slow-callers.js';
import { deliveryCheck } from './static/alert-delivery.js';
import { routesCheck } from './static/alerts.js';
import { bothHelmsCheck, goldenCheck, lintCheck, scoreCheck, unitTestsCheck } from './static/chart.js';
import { alertTestsCheck, dockerfilesCheck, shellScriptsCheck } from './static/files.js';
import { schemasCheck } from './static/schemas.js';
import { rollbackCheck, upgradeCheck } from './upgrade.js';
import { alertsCheck, dashboardsCheck, scrapedCheck } from './watching.js';

/** What needs tools and no cluster: also a suite of `npm test`. */
export const checksOfFiles: ClusterCheck[] = [
  lintCheck,
  goldenCheck,
  bothHelmsCheck,
  unitTestsCheck,
  schemasCheck,
  scoreCheck,
  alertTestsCheck,
  routesCheck,
  deliveryCheck,
  dockerfilesCheck,
  shellScriptsCheck,
  badValuesCheck,
];

/** In this order: the install that all others share comes first, what takes data away comes last. */
export const clusterChecks: ClusterCheck[] = [
  ...checksOfFiles,
  installCheck,
  helmTestCheck,
  edgeCheck,
  browserCheck,
  upgradeCheck,
  rollbackCheck,
  evictionCheck,
  migrationCheck,
  autoscalingCheck,
  brokenImageCheck,
  balanceCheck,
  killsCheck,
  redisKillCheck,
  databaseKillCheck,
  networkCheck,
  podSecurityCheck,
  readOnlyCheck,
  limitsCheck,
  slowCallersCheck,
  badStartsCheck,
  scrapedCheck,
  alertsCheck,
  badBackupsCheck,
  drillCheck,
  dashboardsCheck,
  restoreCheck,
  backupPageCheck,
  reinstallCheck,
  gatewayApiCheck,
  installPageCheck,
  releaseCheck,
  skaffoldCheck,
];
