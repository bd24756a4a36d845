import type { Dashboard, Panel, Row } from './dashboard.js';

const COLUMNS = 24;
const source = { type: 'prometheus', uid: '${datasource}' };

const variables = [
  { name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus', refresh: 1 },
  { name: 'namespace', label: 'Namespace', type: 'query', datasource: source, query: 'label_values(build_info{job="gateway"}, namespace)', refresh: 2, sort: 1 },
];

const thresholds = (limit: number): object => ({ mode: 'absolute', steps: [{ color: 'green', value: null }, { color: 'red', value: limit }] });

function panelOf({ type, title, unit, queries, threshold }: Panel, id: number, gridPos: object): object {
  return {
    id, type, title, datasource: source, gridPos,
    fieldConfig: {
      defaults: {
        unit, min: 0,
        ...(threshold !== undefined && { thresholds: thresholds(threshold) }),
        ...(threshold !== undefined && type === 'timeseries' && { custom: { thresholdsStyle: { mode: 'line' } } }),
      },
      overrides: [],
    },
    ...(type === 'timeseries' && { options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } } }),
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index), datasource: source, expr, legendFormat: legend ?? title, ...(type === 'stat' && { instant: true }),
    })),
  };
}

/** From left to right, and on to the next line where a panel does not fit. */
function place(rows: Row[]): object[] {
  const placed: object[] = [];
  let y = 0;
  for (const row of rows) {
    placed.push({ id: placed.length + 1, type: 'row', title: row.title, collapsed: false, gridPos: { x: 0, y, w: COLUMNS, h: 1 }, panels: [] });
    y += 1;
    let [x, height] = [0, 0];
    for (const panel of row.panels) {
      if (x + panel.width > COLUMNS) [x, y, height] = [0, y + height, 0];
      const h = panel.type === 'stat' ? 4 : 8;
      placed.push(panelOf(panel, placed.length + 1, { x, y, w: panel.width, h }));
      x += panel.width;
      height = Math.max(height, h);
    }
    y += height;
  }
  return placed;
}

/** A dashboard as Grafana imports it. */
export function grafanaJson({ name, title, rows }: Dashboard): string {
  const json = {
    uid: `crm-${name}`, title: `CRM-VISION / ${title}`, tags: ['crm-vision'], schemaVersion: 39, version: 1, editable: false, refresh: '30s', timezone: 'browser',
    time: { from: 'now-3h', to: 'now' },
    links: [{ type: 'dashboards', title: 'CRM-VISION', tags: ['crm-vision'], asDropdown: true, includeVars: true, keepTime: true }],
    templating: { list: variables }, panels: place(rows),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
