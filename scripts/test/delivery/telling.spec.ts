import { afterEach, describe, expect, it } from '@jest/globals';
import { GitHub } from '../../src/delivery/tell/github.js';
import { changelogOf, changeOf, notesOf } from '../../src/delivery/tell/notes.js';
import { tell } from '../../src/delivery/tell/notify.js';
import { tellSentry } from '../../src/delivery/tell/sentry.js';
import { reportAdvisories, reportComment } from '../../src/delivery/tell/report.js';
import { standIn, type StandIn } from './stand-in.js';

let server: StandIn;
afterEach(() => server.stop());

describe('the channels', () => {
  const news = { text: 'staging is down', link: 'https://ci.example/1', isBad: true };

  it('are told once each', async () => {
    server = await standIn(() => ({}));
    process.env['PAGERDUTY_EVENTS_URL'] = `${server.url}/pager`;
    const environment = { SLACK_WEBHOOK_URL: `${server.url}/slack`, DISCORD_WEBHOOK_URL: `${server.url}/discord`, PAGERDUTY_ROUTING_KEY: 'key' };
    expect(await tell(news, environment)).toEqual({ told: Object.keys(environment), failed: [] });
    expect(server.heard.map(({ path }) => path)).toEqual(['/slack', '/discord', '/pager']);
    expect(server.heard[2]!.body).toMatchObject({ routing_key: 'key', event_action: 'trigger', dedup_key: news.link, payload: { summary: news.text, severity: 'error' } });
  });

  it('wake nobody for good news, and are silent when none is set', async () => {
    server = await standIn(() => ({}));
    process.env['PAGERDUTY_EVENTS_URL'] = `${server.url}/pager`;
    expect(await tell({ ...news, isBad: false }, { PAGERDUTY_ROUTING_KEY: 'key' })).toEqual({ told: [], failed: [] });
    expect(await tell(news, {})).toEqual({ told: [], failed: [] });
    expect(server.heard).toEqual([]);
  });

  it('that refuse are named, and not asked again', async () => {
    server = await standIn(() => ({ status: 500 }));
    expect(await tell(news, { SLACK_WEBHOOK_URL: server.url, DISCORD_WEBHOOK_URL: 'http://127.0.0.1:1' })).toEqual({ told: [], failed: ['SLACK_WEBHOOK_URL', 'DISCORD_WEBHOOK_URL'] });
    expect(server.heard).toHaveLength(1);
  });
});

/** Issues and comments as GitHub keeps them: enough to be told twice. */
async function gitHub(): Promise<{ github: GitHub; kept: { number: number; id: number; body: string; state: string }[] }> {
  const kept: { number: number; id: number; body: string; state: string }[] = [];
  server = await standIn(({ method, path, body, headers }) => {
    if (headers.authorization !== 'Bearer token' || !path.startsWith('/repos/acme/crm/issues')) return { status: 404 };
    if (method === 'GET') return { body: path.includes('page=1') ? kept : [] };
    const change = body as { body: string; state?: string };
    if (method === 'POST') return { status: 201, body: kept[kept.push({ number: kept.length + 1, id: kept.length + 1, state: 'open', ...change }) - 1] };
    return { body: Object.assign(kept.find(({ number }) => number === Number(/\d+$/.exec(path)?.[0]))!, change) };
  });
  return { github: GitHub.from({ GITHUB_REPOSITORY: 'acme/crm', GITHUB_TOKEN: 'token', GITHUB_API_URL: server.url }), kept };
}

describe('a known weakness', () => {
  const advisory = { id: 'GHSA-1', module: 'minimist', severity: 'high', title: 'Pollution', url: 'https://x', patched: undefined };

  it('is one issue, however often it is found, and says when a mend is there', async () => {
    const { github, kept } = await gitHub();
    expect(await reportAdvisories([advisory], github)).toEqual({ opened: 1, changed: 0, closed: 0 });
    expect(await reportAdvisories([advisory], github)).toEqual({ opened: 0, changed: 0, closed: 0 });
    expect(await reportAdvisories([{ ...advisory, patched: '2.0.0' }], github)).toEqual({ opened: 0, changed: 1, closed: 0 });
    expect(kept).toHaveLength(1);
    expect(kept[0]!.body).toContain('Mended in 2.0.0');
  });

  it('that is gone closes its issue, and opens it again when it is back', async () => {
    const { github, kept } = await gitHub();
    await reportAdvisories([advisory], github);
    expect(await reportAdvisories([], github)).toEqual({ opened: 0, changed: 0, closed: 1 });
    expect(await reportAdvisories([advisory], github)).toEqual({ opened: 0, changed: 1, closed: 0 });
    expect(kept.map(({ state }) => state)).toEqual(['open']);
  });

  it('is not called told when GitHub refuses', async () => {
    const { github } = await gitHub();
    void github;
    const stranger = GitHub.from({ GITHUB_REPOSITORY: 'acme/crm', GITHUB_TOKEN: 'wrong', GITHUB_API_URL: server.url });
    await expect(reportAdvisories([advisory], stranger)).rejects.toThrow('GitHub answered 404 to GET issues');
  });
});

describe('a comment on a pull request', () => {
  it('is one of each name, and says the newest', async () => {
    const { github, kept } = await gitHub();
    await reportComment(1, 'coverage', '80 %', github);
    await reportComment(1, 'coverage', '81 %', github);
    await reportComment(1, 'licences', 'all fine', github);
    expect(kept.map(({ body }) => body)).toEqual(['<!-- crm-vision: coverage -->\n81 %', '<!-- crm-vision: licences -->\nall fine']);
  });
});

describe('Sentry', () => {
  const release = { version: '1.4.0', revision: 'abcdef0123456789', environment: 'production' };
  const settings = () => ({ SENTRY_AUTH_TOKEN: 'token', SENTRY_ORG: 'acme', SENTRY_PROJECTS: 'crm,web', SENTRY_URL: server.url, GITHUB_REPOSITORY: 'acme/crm' });

  it('is told of the release by the version that errors carry, and where it is live', async () => {
    server = await standIn(() => ({ status: 201 }));
    await tellSentry(release, settings());
    expect(server.heard.map(({ path, body }) => [path, body])).toEqual([
      ['/api/0/organizations/acme/releases/', { version: '1.4.0', projects: ['crm', 'web'], refs: [{ repository: 'acme/crm', commit: release.revision }] }],
      ['/api/0/organizations/acme/releases/1.4.0/deploys/', { environment: 'production', name: 'abcdef012345' }],
    ]);
    expect(server.heard[0]!.headers.authorization).toBe('Bearer token');
  });

  it('that refuses is not called told', async () => {
    server = await standIn(() => ({ status: 403 }));
    await expect(tellSentry(release, settings())).rejects.toThrow('Sentry answered 403');
  });
});

describe('the notes of a release', () => {
  it('say what people notice, what breaks first', () => {
    const changes = ['a1\tfeat(web): a board', 'b2\trefactor(crm): nothing', 'c3\tfix: a hole', 'd4\tfeat(gateway)!: another route', 'no convention'].map(changeOf).filter((change) => change !== null);
    expect(notesOf(changes)).toBe('## To look at before an upgrade\n\n- **gateway**: another route (d4)\n\n## New\n\n- **web**: a board (a1)\n\n## Mended\n\n- a hole (c3)\n');
  });

  it('begin with what the change log says of the version, or of what comes next', () => {
    const text = '# Changes\n\n## Not released yet\n\nSoon.\n\n## 1.4.0 (30 November)\n\n### People\n- A board.\n\n## 1.3.0\n\nOld.\n';
    expect(changelogOf(text, '1.4.0')).toBe('## People\n- A board.');
    expect(changelogOf(text, '1.3.0')).toBe('Old.');
    expect(changelogOf(text, '1.5.0')).toBe('Soon.');
    expect(changelogOf('# Changes\n', '1.5.0')).toBe('');
  });
});
