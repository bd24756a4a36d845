/** The stages of a change on its way to main. Each is red for its own kind of fault and says so by its name; together they are `npm test`. */
export const stages: Readonly<Record<string, { suites: readonly string[]; proves: string; /** Programs by their names in tools/pinned.ts, which the stage makes first. */ tools?: readonly string[] }>> = {
  delivery: { suites: ['delivery'], proves: 'the workflows, each executed', tools: ['actionlint', 'zizmor', 'act'] },
  lint: { suites: ['static'], proves: 'style, types, import directions, the contract, generated pages' },
  services: { suites: ['common', 'auth', 'crm', 'gateway'], proves: 'each service against real PostgreSQL and Redis' },
  scripts: { suites: ['scripts'], proves: 'launcher, crmctl, backups, this' },
  migrations: { suites: ['migrations'], proves: 'migrations from empty and from the last release, on PostgreSQL 15 and 18', tools: ['postgres-15'] },
  web: { suites: ['web'], proves: 'the web app without a browser' },
  chart: { suites: ['chart'], proves: 'chart, alerts, Dockerfiles and shell scripts', tools: ['helm', 'helm3', 'untt', 'kube-score', 'promtool', 'amtool', 'alertmanager', 'hadolint', 'shellcheck'] },
  faults: { suites: ['faults'], proves: 'the whole product while processes are killed' },
  browser: { suites: ['browser'], proves: 'the journeys of people in a real browser' },
};
