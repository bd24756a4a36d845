import { z } from 'zod';
import { pollUntil } from '../../processes/poll.js';
import { readRelease, type Release } from '../release/release.js';
import { outputOf, runInstalled } from '../tools/run-installed.js';
import type { Verb } from '../verb.js';
import { targetOf, type Target } from './environment.js';
import { runningVersion } from './helm.js';
import { withKubeconfig } from './kubeconfig.js';

const JOB = 'preflight';
const MINUTES = 60;

const cronJob = z.object({ spec: z.object({ jobTemplate: z.object({ spec: z.looseObject({ template: z.looseObject({ spec: z.looseObject({ containers: z.array(z.looseObject({})).length(1) }) }) }) }) }) });

/**
 * The Job that asks: the pod of the restore drill, which has the backups and a role that makes databases, with the image of the release that is to come and its
 * `crmctl preflight`.
 */
export function preflightJob(drill: unknown, { image, running, name }: { image: string; running: string; name: string }): object {
  const { spec } = cronJob.parse(drill).spec.jobTemplate;
  const container = { ...spec.template.spec.containers[0], image, args: ['preflight', '--running', running] };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: { ...spec, ttlSecondsAfterFinished: 86_400, template: { ...spec.template, spec: { ...spec.template.spec, containers: [container] } } },
  };
}

/** True: nothing stands in the way of the upgrade. Also true where nothing runs yet. */
export async function mayUpgrade({ images }: Release, target: Target): Promise<boolean> {
  const kubectl = (...args: string[]): Promise<string> => outputOf('kubectl', ['-n', target.namespace, ...args]);
  const running = await runningVersion(target);
  const { code, stdout } = await runInstalled('kubectl', ['-n', target.namespace, 'get', 'cronjob', `${target.helmRelease}-restore-drill`, '-o', 'json']);
  if (running === null) {
    process.stdout.write(`${target.name}: nothing runs there yet\n`);
    return true;
  }
  if (code !== 0) {
    process.stdout.write(`${target.name}: there are no backups to try the migrations on (backup.drill.enabled)\n`);
    return false;
  }
  const name = `${target.helmRelease}-${JOB}`;
  await kubectl('delete', 'job', name, '--ignore-not-found', '--wait');
  const job = preflightJob(JSON.parse(stdout), { image: images.ops, running, name });
  await outputOf('kubectl', ['-n', target.namespace, 'create', '-f', '-'], undefined, JSON.stringify(job));
  const ended = await pollUntil(async () => /Complete|Failed/.exec(await kubectl('get', 'job', name, '-o', 'jsonpath={.status.conditions[*].type}'))?.[0] ?? null, { within: MINUTES * 60_000, every: 5000 });
  process.stdout.write(await kubectl('logs', `job/${name}`, '--tail=-1'));
  return ended === 'Complete';
}

export const preflight: Verb = {
  usage: 'staging|production',
  does: 'whether the release may follow what runs there: backup, disk, migrations on a copy, versions (crmctl preflight as a Job)',
  reads: ['CRM_HOST', 'NAMESPACE', 'HELM_RELEASE', 'KUBECONFIG or KUBECONFIG_TEXT'],
  run: async ([name]) => {
    const target = targetOf(name, process.env);
    return (await withKubeconfig(() => mayUpgrade(readRelease(), target))) ? 0 : 1;
  },
};
