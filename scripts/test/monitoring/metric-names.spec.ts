import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chart, clone, namesIn, readDashboard, rulesIn } from './chart-files.js';
import { declared, metricsIn } from './promql.js';

/** Names in quotes, or before a colon, in the sources that register metrics. */
function ownMetrics(): Set<string> {
  const sources = ['common', 'auth', 'crm', 'gateway'].flatMap((service) => {
    const folder = path.join(clone, 'services', service, 'src');
    return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts')).map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
  });
  const registering = sources.filter((text) => /registers: \[registry\]|watchFigures\(/.test(text)).join('\n');
  return new Set([...registering.matchAll(/'([a-z][a-z0-9]*(?:_[a-z0-9]+)+)'|^ +([a-z][a-z0-9]*(?:_[a-z0-9]+)+): '/gm)].map(([, quoted, key]) => (quoted ?? key)!));
}

/** What others measure, as the page about monitoring lists it. */
function foreignMetrics(): string[] {
  const page = fs.readFileSync(path.join(clone, 'docs/operations/monitoring.md'), 'utf8');
  const section = page.split(/^## /m).find((text) => text.startsWith('Metrics of others'))!;
  return [...section.matchAll(/`([a-zA-Z_:]\w+)`/g)].map(([, name]) => name!).sort();
}

const rules = ['recording-rules', 'alerts'].flatMap((folder) => namesIn(path.join(chart, folder), '.yaml').flatMap((name) => rulesIn(folder, name).map((rule) => ({ where: `${folder}/${name}`, ...rule }))));
const queries = [
  ...rules.map(({ where, expr }) => ({ where, expr })),
  ...namesIn(path.join(chart, 'dashboards'), '.json').flatMap((name) => readDashboard(name).panels.flatMap(({ title, targets }) => (targets ?? []).map(({ expr }) => ({ where: `${name} / ${title}`, expr })))),
];
const recorded = new Set(rules.flatMap(({ record }) => record ?? []));
const own = ownMetrics();
const isOwn = (name: string): boolean => own.has(name) || own.has(declared(name)) || recorded.has(name);

describe('the metrics that alerts and dashboards ask for', () => {
  it('are measured by our code, or are on the list of what others measure', () => {
    const foreign = new Set(foreignMetrics());
    const unknown = queries.flatMap(({ where, expr }) => metricsIn(expr).filter((name) => !isOwn(name) && !foreign.has(name)).map((name) => `${where}: ${name}`));
    expect(unknown).toEqual([]);
  });

  it('are all that is on that list', () => {
    const used = new Set(queries.flatMap(({ expr }) => metricsIn(expr)));
    expect(foreignMetrics().filter((name) => !used.has(name) || isOwn(name))).toEqual([]);
  });
});

describe('reading a query', () => {
  it('finds the metrics, and nothing else', () => {
    expect(metricsIn('label_replace(sum by (job, pod) (rate(a_total{b="c_d", e=~"f|g"}[5m])) / on (x) group_left () max_over_time(h:i_j{}[1h]), "k", "$1", "l", "(.+)") > 0.5 or vector(0) unless m offset 1h')).toEqual(['a_total', 'h:i_j', 'm']);
  });
});
