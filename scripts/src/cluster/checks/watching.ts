import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pollUntil } from '../../processes/poll.js';
import { inRepository } from '../../repository.js';
import { demand, passed, skipped, type ClusterCheck, type Finding } from '../check.js';
import { startLoad } from '../load/under-load.js';
import { release, type Stage } from '../stage.js';
import { runJob } from '../tools/jobs.js';
import { execute } from '../../terminal/program.js';
import { Prometheus } from '../tools/prometheus.js';
import { psql } from '../tools/psql.js';

const scraped = ['gateway', 'auth', 'crm', 'crm-worker'];

async function withPrometheus(stage: Stage, work: (prometheus: Prometheus, namespace: string) => Promise<Finding>): Promise<Finding> {
  await stage.installed();
  const monitoring = await stage.monitoring();
  return monitoring ? work(new Prometheus(monitoring.prometheus), stage.kubectl.namespace) : skipped('no Prometheus operator here');
}

export const scrapedCheck: ClusterCheck = {
  name: '6-scraped',
  proves: 'Prometheus finds both pods of every service by the ServiceMonitors, and reads them',
  run: (stage) =>
    withPrometheus(stage, async (prometheus, namespace) => {
      const query = `sum by (job) (up{namespace="${namespace}"})`;
      const found = await pollUntil(
        async () => {
          const up = new Map((await prometheus.query(query)).map(({ labels, value }) => [labels['job'] ?? '', value]));
          return scraped.every((job) => up.get(job) === 2) ? up : null;
        },
        { within: 180_000, every: 5000 },
      );
      demand(found !== null, `Not all are read: ${JSON.stringify(await prometheus.query(query))}`);
      return passed(scraped.map((job) => `${job} ${found.get(job)}`).join(', '));
    }),
};

/** Panels of what did not happen here: no error, nothing slow, no autoscaler, no CloudNativePG; and no cAdvisor that tells pods' networks apart. */
const rightlyEmpty = ' / (Failed requests by operation|Statements of over a second|Calls that did not get through|Duration of calls, p95|Network (in|out)|Replicas that (the autoscaler wants|stream)|Replication lag|Age of the last archived WAL)$';

/** The dashboards as somebody sees them who chose this namespace: another release may come first in Prometheus' memory. */
function dashboardsOf(namespace: string): string {
  const [from, to] = [inRepository('charts/crm-vision/dashboards'), fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-dashboards-'))];
  for (const file of fs.readdirSync(from)) {
    const text = fs.readFileSync(path.join(from, file), 'utf8');
    fs.writeFileSync(path.join(to, file), text.replace('"name": "namespace",', `"name": "namespace", "current": {"value": "${namespace}"},`));
  }
  return to;
}

export const dashboardsCheck: ClusterCheck = {
  name: '6-dashboards',
  proves: 'every query of every dashboard answers with data',
  run: (stage) =>
    withPrometheus(stage, async (prometheus, namespace) => {
      if (!stage.bed) return skipped('the checker of dashboards is the test bed\'s');
      const { load } = await startLoad(stage);
      for (const job of ['backup', 'backup-verify', 'restore-drill']) await runJob(stage.kubectl, `${release}-${job}`, `suite-${job}-to-show`);
      await load.end(1200);
      const measured = `sum(rate(http_server_request_duration_seconds_count{namespace="${namespace}", method="GET"}[1m])) > 0 and on() crm_restore_drill_rto_seconds{namespace="${namespace}"}`;
      const seen = await pollUntil(async () => (await prometheus.query(measured)).length > 0, { within: 120_000, every: 2000 });
      demand(seen !== null, 'Prometheus did not see the load and the drill.');
      const { code, stdout, stderr } = await execute(stage.bed.dashboardChecker, ['--allow-empty', rightlyEmpty, dashboardsOf(namespace)]);
      demand(code === 0, `${stdout}\n${stderr}`.split('\n').filter((line) => /empty|error/i.test(line)).join('; ').slice(0, 2000));
      return passed(/^\d+ panels with data.*$/m.exec(`${stdout}\n${stderr}`)?.[0] ?? '');
    }),
};

async function fires(prometheus: Prometheus, name: string, namespace: string): Promise<string> {
  const seconds = await prometheus.untilAlert(name, namespace, true, 420_000);
  demand(seconds !== null, `${name} did not fire within 7 minutes.`);
  return `${name} fired after ${seconds} s`;
}

async function resolves(prometheus: Prometheus, name: string, namespace: string): Promise<string> {
  const seconds = await prometheus.untilAlert(name, namespace, false, 600_000);
  demand(seconds !== null, `${name} did not resolve within 10 minutes.`);
  return `${name} resolved after ${seconds} s`;
}

/** The worker and the auth service are taken away until both alerts of that fire. */
async function outage({ kubectl }: Stage, prometheus: Prometheus): Promise<string[]> {
  const scale = (count: number): Promise<string> => kubectl.run(['scale', 'deployment', `${release}-crm-worker`, `${release}-auth`, `--replicas=${count}`]);
  const names = ['CrmServiceDown', 'CrmBudgetBurnsIn2Days'];
  const said: string[] = [];
  try {
    await scale(0);
    said.push(...(await Promise.all(names.map((name) => fires(prometheus, name, kubectl.namespace)))));
  } finally {
    await scale(2);
  }
  await kubectl.settled(180);
  return [...said, ...(await Promise.all(names.map((name) => resolves(prometheus, name, kubectl.namespace))))];
}

/** As after an install, whatever ran before. */
async function noBackup(stage: Stage, prometheus: Prometheus): Promise<string[]> {
  await psql(stage, 'DELETE FROM crm.backup_status', 'crm_vision');
  const fired = await fires(prometheus, 'CrmBackupAbsent', stage.kubectl.namespace);
  await runJob(stage.kubectl, `${release}-backup`, 'suite-backup-for-alert');
  return [fired, await resolves(prometheus, 'CrmBackupAbsent', stage.kubectl.namespace)];
}

export const alertsCheck: ClusterCheck = {
  name: '6-alerts',
  proves: 'a service that is down, errors that people see and a missing backup are told by their alerts, which end with their cause',
  run: (stage) =>
    withPrometheus(stage, async (prometheus) => {
      const { load } = await startLoad(stage);
      const said = await Promise.all([outage(stage, prometheus), noBackup(stage, prometheus)]);
      await load.end();
      return passed(said.flat().join(', '));
    }),
};
