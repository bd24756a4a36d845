import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const clone = path.resolve(import.meta.dirname, '../../..');
export const chart = path.join(clone, 'charts/crm-vision');

/** Names of the files in a folder without their ending. */
export const namesIn = (folder: string, ending: string): string[] => fs.readdirSync(folder).map((name) => path.basename(name, ending)).sort();

export interface Rule {
  alert?: string;
  record?: string;
  expr: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export interface RuleTest {
  alert_rule_test: { alertname: string; eval_time: string; exp_alerts: unknown[] }[];
}

const readYaml = <T>(...parts: string[]): T => parse(fs.readFileSync(path.join(chart, ...parts), 'utf8')) as T;

export const rulesIn = (folder: string, name: string): Rule[] => readYaml<{ groups: { rules: Rule[] }[] }>(folder, `${name}.yaml`).groups.flatMap(({ rules }) => rules);
export const testsOf = (alert: string): RuleTest[] => readYaml<{ tests: RuleTest[] }>('tests/promtool', `${alert}.yml`).tests;

export interface Dashboard {
  uid: string;
  title: string;
  templating: { list: { name: string; type: string; query: string }[] };
  panels: { id: number; type: string; title: string; fieldConfig?: { defaults: { unit: string } }; targets?: { expr: string; datasource: { uid: string } }[] }[];
}

export const readDashboard = (name: string): Dashboard => JSON.parse(fs.readFileSync(path.join(chart, 'dashboards', `${name}.json`), 'utf8')) as Dashboard;
