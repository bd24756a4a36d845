import { parseArgs } from 'node:util';
import { PlainError } from '../../terminal/plain-error.js';
import type { Environment, Verb } from '../verb.js';

/** What happened, for people. */
export interface News {
  text: string;
  /** The run, or the release. */
  link: string | undefined;
  isBad: boolean;
}

interface Channel {
  /** The variable that holds where it goes; the channel is off without it. */
  setting: string;
  /** Somebody is woken by it: bad news alone. */
  onlyBad?: boolean;
  request(setting: string, news: News): { url: string; body: unknown };
}

const line = ({ text, link }: News): string => (link === undefined ? text : `${text}\n${link}`);

const channels: readonly Channel[] = [
  { setting: 'SLACK_WEBHOOK_URL', request: (url, news) => ({ url, body: { text: line(news) } }) },
  { setting: 'DISCORD_WEBHOOK_URL', request: (url, news) => ({ url, body: { content: line(news), allowed_mentions: { parse: [] } } }) },
  {
    setting: 'PAGERDUTY_ROUTING_KEY',
    onlyBad: true,
    // https://developer.pagerduty.com/docs/send-alert-event: one key is one incident, however often it is told.
    request: (key, { text, link }) => ({
      url: process.env['PAGERDUTY_EVENTS_URL'] ?? 'https://events.pagerduty.com/v2/enqueue',
      body: { routing_key: key, event_action: 'trigger', dedup_key: link ?? text, payload: { summary: text.slice(0, 1024), source: 'crm-vision delivery', severity: 'error' }, ...(link && { links: [{ href: link }] }) },
    }),
  },
];

/** Once to each channel that is set; a channel that does not take it is red, and none is asked a second time. */
export async function tell(news: News, environment: Environment): Promise<{ told: string[]; failed: string[] }> {
  const told: string[] = [];
  const failed: string[] = [];
  for (const { setting, onlyBad, request } of channels) {
    const value = environment[setting];
    if (!value || (onlyBad && !news.isBad)) continue;
    const { url, body } = request(value, news);
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(15_000) }).catch(() => null);
    (response?.ok ? told : failed).push(setting);
  }
  return { told, failed };
}

/** As a job of GitHub ends. */
const results = ['success', 'failure', 'cancelled'];

export const notify: Verb = {
  usage: 'TEXT [--result success|failure|cancelled] [--link URL]',
  does: 'tells the channels that are set, each once; a failure wakes somebody',
  reads: channels.map(({ setting }) => setting),
  run: async (args) => {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { result: { type: 'string', default: 'success' }, link: { type: 'string' } } });
    const text = positionals.join(' ').trim();
    if (text === '') throw new PlainError('What is to be told? npm run delivery -- notify "staging is live" --link URL');
    if (!results.includes(values.result)) throw new PlainError(`--result is one of ${results.join(', ')}, and not "${values.result}".`);
    const { told, failed } = await tell({ text: `${text}: ${values.result}`, link: values.link, isBad: values.result === 'failure' }, process.env);
    process.stdout.write(`told: ${told.join(', ') || 'nobody, since no channel is set'}\n`);
    // The address holds a secret: the channel alone is named.
    if (failed.length > 0) throw new PlainError(`Not taken: ${failed.join(', ')}.`);
    return 0;
  },
};
