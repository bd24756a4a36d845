import { registry } from '@crm-vision/common/metrics';
import { Counter } from 'prom-client';

/** Every metric of this service. */
export const signIns = new Counter({
  name: 'auth_sign_ins_total', help: 'Attempts to sign in, by what came of them', labelNames: ['outcome'], registers: [registry],
});
export const signUps = new Counter({ name: 'auth_sign_ups_total', help: 'Workspaces that were founded', registers: [registry] });
export const memberChanges = new Counter({
  name: 'auth_member_changes_total', help: 'Members who joined, changed their role, or were removed', labelNames: ['change'], registers: [registry],
});
// The first one of a process counts, too: a series that begins at 1 has not risen.
for (const outcome of ['ok', 'wrong', 'locked']) signIns.inc({ outcome }, 0);
for (const change of ['joined', 'role_changed', 'removed']) memberChanges.inc({ change }, 0);
