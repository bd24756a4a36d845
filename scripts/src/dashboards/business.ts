import { type Dashboard, figure, graph } from './dashboard.js';
import { inNamespace } from './selectors.js';

const inThisTime = (metric: string, more = ''): string => `sum(increase(${metric}{${inNamespace}${more}}[$__range])) or vector(0)`;
const changes = (event: string): string => inThisTime('crm_record_changes_total', `, event="${event}"`);

export const business: Dashboard = {
  name: 'business',
  title: 'Business',
  rows: [
    {
      title: 'In this time, over all workspaces',
      panels: [
        figure('New workspaces', 'none', inThisTime('auth_sign_ups_total')),
        figure('Members who joined', 'none', inThisTime('auth_member_changes_total', ', change="joined"')),
        figure('New contacts', 'none', changes('contact.created')),
        figure('New deals', 'none', changes('deal.created')),
        figure('Deals moved', 'none', changes('deal.moved')),
        figure('Deals won', 'none', changes('deal.won')),
      ],
    },
    {
      title: 'Over time',
      panels: [
        graph('Changes of records', 'ops', { expr: `sum by (event) (rate(crm_record_changes_total{${inNamespace}}[$__rate_interval]))`, legend: '{{event}}' }),
        graph('Sign-ins by outcome', 'ops', { expr: `sum by (outcome) (rate(auth_sign_ins_total{${inNamespace}}[$__rate_interval]))`, legend: '{{outcome}}' }),
        graph('People with live updates', 'none', { expr: `sum(gateway_event_streams{${inNamespace}})` }),
        graph('Value of open deals', 'short', { expr: `max by (currency) (crm_open_deals_value{${inNamespace}})`, legend: '{{currency}}' }, { width: 12 }),
        graph('Open deals', 'short', { expr: `max by (currency) (crm_open_deals{${inNamespace}})`, legend: '{{currency}}' }, { width: 12 }),
      ],
    },
  ],
};
