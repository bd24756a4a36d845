export interface Query {
  expr: string;
  /** How a series is called; empty: by the panel's title. */
  legend?: string;
}

/** Only the units that we use, as Grafana spells them. */
type Unit = 'short' | 's' | 'bytes' | 'reqps' | 'ops' | 'percentunit' | 'dateTimeFromNow' | 'Bps' | 'none';

export interface Panel {
  type: 'timeseries' | 'stat';
  title: string;
  unit: Unit;
  queries: Query[];
  /** Of 24 columns. */
  width: number;
  /** Lines at these values: goals and limits. */
  threshold?: number;
}

export interface Row {
  title: string;
  panels: Panel[];
}

export interface Dashboard {
  /** Name of the file, and the fixed uid after `crm-`. */
  name: string;
  title: string;
  rows: Row[];
}

type PanelOptions = Pick<Panel, 'threshold'> & { width?: number };

/** A graph; one query may be given as text and legend. */
export function graph(title: string, unit: Unit, queries: Query[] | Query, { width = 8, threshold }: PanelOptions = {}): Panel {
  return { type: 'timeseries', title, unit, queries: [queries].flat(), width, ...(threshold !== undefined && { threshold }) };
}

/** One figure, as it is now. */
export function figure(title: string, unit: Unit, expr: string, { width = 4, threshold }: PanelOptions = {}): Panel {
  return { type: 'stat', title, unit, queries: [{ expr }], width, ...(threshold !== undefined && { threshold }) };
}

/** Percentiles of a histogram, as queries of one graph. */
export function percentiles(histogram: string, selector: string): Query[] {
  return [0.5, 0.95, 0.99].map((share) => ({
    expr: `histogram_quantile(${String(share)}, sum by (le) (rate(${histogram}_bucket{${selector}}[$__rate_interval])))`, legend: `p${String(share * 100)}`,
  }));
}
