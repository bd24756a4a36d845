import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chart, clone, namesIn, rulesIn, testsOf } from './chart-files.js';

const alerts = namesIn(path.join(chart, 'alerts'), '.yaml');
/** It fires all the time: that is what it is for. */
const ALWAYS = 'CrmWatchdog';
const runbookOf = (alert: string): string => fs.readFileSync(path.join(clone, 'docs/runbooks', `${alert}.md`), 'utf8');
const minutes = (time: string): number => Number.parseInt(time, 10) * (time.endsWith('h') ? 60 : 1);

describe('every alert', () => {
  it('has a runbook and a test of promtool, and neither is about anything else', () => {
    expect(namesIn(path.join(clone, 'docs/runbooks'), '.md')).toEqual(alerts);
    expect(namesIn(path.join(chart, 'tests/promtool'), '.yml')).toEqual(alerts);
  });

  it.each(alerts)('%s is alone in its file, names its runbook, and goes to somebody', (name) => {
    const [rule, ...others] = rulesIn('alerts', name);
    expect(others).toEqual([]);
    expect(rule).toMatchObject({ alert: name, annotations: { summary: expect.any(String), runbook_url: `https://github.com/crm-vision/crm-vision/blob/main/docs/runbooks/${name}.md` } });
    expect(name === ALWAYS ? ['none'] : ['page', 'ticket']).toContain(rule!.labels?.severity);
  });

  // The template puts the namespace and the host of the release in the place of these.
  it.each(alerts)('%s is about one release', (name) => {
    expect(rulesIn('alerts', name)[0]!.expr).toMatch(/"crm-production"|host="crm\.example\.com"/);
  });

  it.each(alerts)('%s has a runbook of the same shape as the others', (name) => {
    expect([...runbookOf(name).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading)).toEqual([name, 'Meaning', 'Impact', 'Diagnosis', 'Mitigation', 'Verify']);
  });

  it.each(alerts.filter((name) => name !== ALWAYS))('%s is seen silent, then firing, then resolved', (name) => {
    const [main] = testsOf(name);
    const seen = main!.alert_rule_test.filter(({ alertname }) => alertname === name).sort((a, b) => minutes(a.eval_time) - minutes(b.eval_time));
    expect(seen.map(({ exp_alerts }) => exp_alerts.length > 0)).toEqual([false, true, false]);
  });
});

describe('links between runbooks', () => {
  it.each(alerts)('of %s lead somewhere', (name) => {
    const linked = [...runbookOf(name).matchAll(/\]\((\w+)\.md\)/g)].map(([, alert]) => alert!);
    expect(linked.filter((alert) => !alerts.includes(alert))).toEqual([]);
  });
});
