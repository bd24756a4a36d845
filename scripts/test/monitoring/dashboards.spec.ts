import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chart, namesIn, readDashboard } from './chart-files.js';

const dashboards = namesIn(path.join(chart, 'dashboards'), '.json');

describe.each(dashboards)('the dashboard %s', (name) => {
  const { uid, panels, templating } = readDashboard(name);
  const shown = panels.filter(({ type }) => type !== 'row');

  it('has a fixed uid of its own, and no two panels of one id', () => {
    expect(uid).toBe(`crm-${name}`);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('asks whichever Prometheus the reader chooses, about the namespace that he chooses', () => {
    expect(templating.list.map((variable) => [variable.name, variable.type])).toEqual([['datasource', 'datasource'], ['namespace', 'query']]);
    const queries = shown.flatMap(({ targets }) => targets ?? []);
    expect(queries.filter(({ datasource }) => datasource.uid !== '${datasource}')).toEqual([]);
    expect(queries.map(({ expr }) => expr).filter((expr) => !expr.includes('namespace="$namespace"') && !expr.includes('node_'))).toEqual([]);
  });

  it('gives each panel a title, a unit and queries, and rates a window that fits the resolution', () => {
    expect(shown.filter(({ title, fieldConfig, targets }) => !title || !fieldConfig?.defaults.unit || !targets?.length)).toEqual([]);
    expect(shown.flatMap(({ targets }) => targets ?? []).filter(({ expr }) => /\brate\([^[]*\[(?!\$__rate_interval\])/.test(expr))).toEqual([]);
  });
});
