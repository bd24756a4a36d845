import { audit } from './checks/audit.js';
import { licences } from './checks/licences.js';
import { ci } from './ci.js';
import { coverage } from './ratchet/coverage.js';
import { deploy } from './deploy/deploy.js';
import { preflight } from './deploy/preflight.js';
import { rollback } from './deploy/rollback.js';
import { smoke } from './deploy/smoke.js';
import { mutate } from './mutations/mutate.js';
import { rehearse } from './rehearsal/rehearse.js';
import { images } from './release/images.js';
import { publish } from './release/publish.js';
import { sbom } from './release/sbom.js';
import { sign, verify } from './release/signatures.js';
import { scan } from './scan/scan.js';
import { notes } from './tell/notes.js';
import { notify } from './tell/notify.js';
import { report } from './tell/report.js';
import { sentry } from './tell/sentry.js';
import { tools } from './tools/install.js';
import type { Verb } from './verb.js';

/** In the order in which a change meets them. */
export const verbs: Readonly<Record<string, Verb>> = { tools, ci, rehearse, mutate, coverage, audit, licences, sbom, scan, images, publish, sign, verify, preflight, deploy, smoke, rollback, notes, sentry, report, notify };
