import { pollUntil } from '../../processes/poll.js';
import type { Kubectl } from './kubectl.js';

interface Container {
  args?: string[];
  command?: string[];
  env?: { name: string; value?: string; valueFrom?: object }[];
}

interface Job {
  spec: { template: { spec: { containers: [Container] } } };
  status?: { succeeded?: number; failed?: number };
}

export interface JobResult {
  succeeded: boolean;
  log: string;
}

/** Starts a CronJob's job now, as `kubectl create job --from` does, with changes to its container, and waits for its end. */
export async function runJob(kubectl: Kubectl, cronJob: string, name: string, change: (container: Container) => Container = (same) => same, within = 300_000): Promise<JobResult> {
  await kubectl.attempt(['delete', 'job', name, '--ignore-not-found', '--timeout=60s']);
  const job = JSON.parse(await kubectl.run(['create', 'job', name, `--from=cronjob/${cronJob}`, '--dry-run=client', '-o', 'json'])) as Job;
  const [container] = job.spec.template.spec.containers;
  job.spec.template.spec.containers = [change(container)];
  await kubectl.apply(job);
  const ended = await pollUntil(
    async () => {
      const { status } = await kubectl.get<Job>('job', name);
      return status?.succeeded || status?.failed ? status : null;
    },
    { within, every: 1000 },
  );
  const { stdout, stderr } = await kubectl.attempt(['logs', `job/${name}`, '--tail=200']);
  if (ended === null) throw new Error(`${name} did not end within ${within / 1000} s: ${stdout}${stderr}`);
  return { succeeded: (ended.succeeded ?? 0) > 0, log: stdout };
}

/** The same variable, with another value. */
export function withVariable(container: Container, name: string, value: string): Container {
  return { ...container, env: [...(container.env ?? []).filter((each) => each.name !== name), { name, value }] };
}
