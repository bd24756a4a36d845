import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { chart, clone, namesIn } from './chart-files.js';

const folder = path.join(clone, 'k8s/kube-prometheus-stack');
const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
const { receivers } = parse(read('alertmanager.yaml')) as { receivers: { name: string }[] };
const routes = parse(read('routes.yaml')) as { labels: string[]; receiver: string }[];
const alerts = namesIn(path.join(chart, 'alerts'), '.yaml');

describe('the configuration of Alertmanager', () => {
  it('holds back and routes alerts that there are', () => {
    const named = [...new Set([...read('alertmanager.yaml').matchAll(/Crm[A-Za-z0-9]+/g)].map(([name]) => name))];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !alerts.some((alert) => alert.startsWith(name)))).toEqual([]);
  });

  it('has a case in the table of routes for each receiver, and no other', () => {
    expect([...new Set(routes.map(({ receiver }) => receiver))].sort()).toEqual(receivers.map(({ name }) => name).sort());
  });

  it('holds no address and no key: receivers read them from files', () => {
    expect(read('alertmanager.yaml')).not.toMatch(/^\s+-?\s*(url|api_url|webhook_url|routing_key|service_key):/m);
  });
});
