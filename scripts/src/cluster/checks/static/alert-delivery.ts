import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../../processes/free-ports.js';
import { pollUntil } from '../../../processes/poll.js';
import { inRepository } from '../../../repository.js';
import { demand, passed } from '../../check.js';
import { toolCheck } from './tool.js';

const folder = inRepository('k8s/kube-prometheus-stack');
const receivers = ['slack', 'discord', 'pagerduty', 'dead-mans-switch'] as const;

/** What came to a receiver: its path, and the body as text. */
interface Message {
  to: string;
  text: string;
}

/** Receives what would go to PagerDuty, Slack, Discord and the dead-man's switch. */
async function startSink(): Promise<{ url: string; heard: Message[]; close: () => void }> {
  const heard: Message[] = [];
  const server = http.createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => {
      heard.push({ to: (request.url ?? '').slice(1), text });
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, close: () => server.close() };
}

/** The configuration as it is, with the sink for receivers and seconds in place of minutes. */
function configure(at: string, sink: string): string {
  for (const name of receivers) fs.writeFileSync(path.join(at, name === 'pagerduty' ? 'pagerduty-routing-key' : `${name}-url`), name === 'pagerduty' ? 'key' : `${sink}/${name}`);
  const text = fs.readFileSync(path.join(folder, 'alertmanager.yaml'), 'utf8')
    .replaceAll('/etc/alertmanager/secrets/alertmanager-receivers', at)
    .replace('/etc/alertmanager/config', folder)
    .replace('group_wait: 30s', 'group_wait: 2s')
    .replace('group_interval: 5m', 'group_interval: 2s');
  const file = path.join(at, 'alertmanager.yaml');
  fs.writeFileSync(file, `global: {pagerduty_url: '${sink}/pagerduty'}\n${text}`);
  return file;
}

const alert = (alertname: string, severity: string, namespace: string, more: Record<string, string> = {}): object => ({
  labels: { alertname, severity, namespace, ...more }, annotations: { summary: `About ${alertname}`, runbook_url: `https://runbooks/${alertname}.md` },
});

const storm = [
  alert('CrmServiceDown', 'page', 'crm', { workload: 'crm-gateway' }), alert('CrmServiceDown', 'page', 'crm', { workload: 'crm-auth' }), alert('CrmDatabaseUnreachable', 'page', 'crm'),
  alert('CrmErrorRateHigh', 'ticket', 'crm'), alert('CrmPodNotReady', 'ticket', 'crm', { pod: 'a' }), alert('CrmTargetAbsent', 'page', 'crm', { job: 'auth' }),
  alert('CrmErrorRateHigh', 'ticket', 'other'), alert('CrmWatchdog', 'none', 'crm'),
];

async function deliver(program: string, at: string): Promise<string> {
  const sink = await startSink();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [`--config.file=${configure(at, sink.url)}`, `--storage.path=${at}/data`, `--web.listen-address=127.0.0.1:${port}`, '--cluster.listen-address='];
  const child = spawn(program, args, { stdio: 'ignore' });
  const to = (name: string): Message[] => sink.heard.filter((message) => message.to === name);
  const wait = (what: string, done: () => boolean): Promise<void> =>
    pollUntil(() => Promise.resolve(done() || null), { within: 30_000, every: 200 }).then((met) => demand(met !== null, `${what} did not come: ${JSON.stringify(sink.heard).slice(0, 1500)}`));
  const post = async (alerts: object[]): Promise<void> => {
    const { status } = await fetch(`${url}/api/v2/alerts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(alerts) });
    demand(status === 200, `Alertmanager answered ${status}.`);
  };
  try {
    const ready = await pollUntil(() => fetch(`${url}/-/ready`).then((answer) => answer.ok || null, () => null), { within: 30_000, every: 200 });
    demand(ready !== null, 'Alertmanager did not start.');
    await post(storm);
    await wait('one page, a ticket and the sign of life', () => to('pagerduty').length > 0 && to('slack').length > 1 && to('discord').length > 1 && to('dead-mans-switch').length > 0);
    const page = to('slack').filter(({ text }) => text.includes('2 more in crm"'));
    demand(to('pagerduty').length === 1 && page.length === 1, `Three pages of one namespace are one call, not ${to('pagerduty').length}.`);
    demand(page[0]!.text.includes('https://runbooks/CrmServiceDown.md'), 'The call does not name its runbooks.');
    demand(!sink.heard.some(({ text }) => /PodNotReady|TargetAbsent/.test(text)) && to('slack').filter(({ text }) => text.includes('ErrorRateHigh')).length === 1, 'What follows from an outage was not held back.');
    await post(storm.map((fact) => ({ ...fact, endsAt: new Date().toISOString() })));
    await wait('the end of the page', () => to('pagerduty').some(({ text }) => text.includes('"resolve"')) && to('slack').some(({ text }) => text.includes('Over: ')));
    return '3 pages are 1 call with runbooks, 3 followers held back, the end is told';
  } finally {
    child.kill();
    sink.close();
  }
}

export const deliveryCheck = toolCheck('0-alert-delivery', 'a real Alertmanager: one call for one fault, nothing that follows from it, and its end', ['alertmanager'], async () => {
  const at = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-alerts-'));
  try {
    return passed(await deliver('alertmanager', at));
  } finally {
    fs.rmSync(at, { recursive: true, force: true });
  }
});
