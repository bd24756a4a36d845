import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { Schemas } from '@/lib/api/api-types.js';
import { anId, me } from '@/testing/factories.js';
import { renderPage } from '@/testing/render-page.js';
import { problem, serve } from '@/testing/serve.js';
import { groupByDay } from '../event.js';
import { TimelinePanel } from './timeline-panel.js';

const record = { kind: 'contact' as const, id: anId(100), title: 'Grace Hopper' };
const Page = () => <TimelinePanel record={record} />;
const open = () => renderPage(Page, { path: '/contacts/$id', at: `/contacts/${record.id}` });
let made = 0;

function event(kind: Schemas['TimelineEvent']['kind'], payload: object, subject: Schemas['RecordRef'] = record, at = '2026-05-04T09:30:00.000Z'): Schemas['TimelineEvent'] {
  made += 1;
  return { id: anId(500 + made), kind, at, actorId: me, subject, payload: payload as never };
}

describe('the timeline', () => {
  it('tells changes from the old value to the new one, in words', async () => {
    const items = [event('updated', { fields: { lifecycle: { from: 'lead', to: 'customer' }, companyId: { from: null, to: anId(7) }, ownerId: { from: me, to: null } } })];
    serve({ 'GET /contacts/:id/timeline': () => ({ body: { items, nextCursor: null } }), 'GET /companies/:id': () => ({ body: { name: 'Navy Research' } }) });
    await open();
    const item = await screen.findByRole('listitem');
    expect(within(item).getByText('Lead')).toBeVisible();
    expect(within(item).getByText('Customer')).toBeVisible();
    expect(await within(item).findByText('Navy Research')).toBeVisible();
    expect(within(item).getAllByText('empty')).toHaveLength(2);
    expect(within(item).getAllByText(/Ada Lovelace/).length).toBeGreaterThan(1);
  });

  it('tells what happened to linked records, with the way to them', async () => {
    const deal = { kind: 'deal' as const, id: anId(8), title: 'Engine no. 2' };
    const task = { kind: 'task' as const, id: anId(10), title: 'Send quote' };
    const items = [
      event('deal_moved', { from: { id: anId(1), name: 'Qualified' }, to: { id: anId(2), name: 'Proposal' } }, deal),
      event('deal_lost', { reason: 'Too expensive' }, deal),
      event('task_completed', { subject: 'Send quote' }, task),
      event('note', { excerpt: 'Ready to buy' }, { kind: 'note', id: anId(11), title: 'Note' }),
    ];
    serve({ 'GET /contacts/:id/timeline': () => ({ body: { items, nextCursor: null } }) });
    await open();
    const [moved, lost, done, note] = await screen.findAllByRole('listitem');
    expect(moved).toHaveTextContent('Deal Engine no. 2 moved from Qualified to Proposal');
    expect(within(moved as HTMLElement).getByRole('link')).toHaveAttribute('href', `/deals/${deal.id}`);
    expect(lost).toHaveTextContent('Deal Engine no. 2 lost: Too expensive');
    expect(done).toHaveTextContent('Task Send quote done');
    expect(note).toHaveTextContent('Ready to buy');
  });

  it('keeps the order of the server and starts a new day where the person has one', () => {
    const events = [event('created', {}, record, '2026-05-04T23:30:00.000Z'), event('created', {}, record, '2026-05-04T21:30:00.000Z')];
    expect(groupByDay(events, (at) => at.slice(0, 10)).map(({ events: ofDay }) => ofDay.length)).toEqual([2]);
    expect(groupByDay(events, (at) => new Date(Date.parse(at) + 2 * 3_600_000).toISOString().slice(0, 10)).map(({ day }) => day)).toEqual(['2026-05-05', '2026-05-04']);
  });

  it('that fails says so', async () => {
    serve({ 'GET /contacts/:id/timeline': () => problem(503, 'UNAVAILABLE') });
    await open();
    expect(await screen.findByRole('button', { name: 'Try again' }, { timeout: 8_000 })).toBeVisible();
  });

  it('without events says that nothing has happened', async () => {
    serve({ 'GET /contacts/:id/timeline': () => ({ body: { items: [], nextCursor: null } }) });
    await open();
    expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
  });
});
