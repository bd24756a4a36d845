import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { currencies } from '@/testing/factories.js';
import { held } from '@/testing/held.js';
import { renderPage } from '@/testing/render-page.js';
import { findNotice } from '@/testing/notice.js';
import { problem, serve } from '@/testing/serve.js';
import { testBoard, testDeal } from '@/features/deals/board/test-board.js';
import type { Deal } from '@/features/deals/deal.js';
import { DealPage } from './deal-page.js';

const { pipeline } = testBoard({ Qualified: [], Meeting: [], Won: [], Lost: [] }, { Won: { type: 'won' }, Lost: { type: 'lost' } });
const Page = () => <DealPage panels={{}} />;

function open(deal: Deal | null) {
  serve({
    'GET /deals/:id': () => (deal ? { body: deal } : problem(404, 'DEAL_NOT_FOUND')),
    'GET /deals/:id/stage-history': () => ({ body: { items: [{ stageId: 'Qualified', stageName: 'Qualified', pipelineId: 'sales', enteredAt: '2026-05-01T09:00:00.000Z', leftAt: null, seconds: 183_600, movedBy: deal?.createdBy }] } }),
    'GET /pipelines': () => ({ body: { items: [pipeline], nextCursor: null } }),
    'GET /settings/lost-reasons': () => ({ body: { items: [{ id: 'price', name: 'Price too high', archived: true }] } }),
    'GET /settings/currencies': () => ({ body: currencies() }),
  });
  return renderPage(Page, { path: '/deals/$id', at: '/deals/engine' });
}

describe('the page of a deal', () => {
  it('is not found for a deal that does not exist or may not be seen', async () => {
    await open(null);
    expect(await screen.findByText('Not found')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All deals' })).toHaveAttribute('href', '/deals');
  });

  it('moves to the stage that is clicked, and shows it before the server agrees', async () => {
    const sent: unknown[] = [];
    const answer = held();
    const { user } = await open(testDeal('engine', 'Qualified'));
    serve({ 'POST /deals/:id/move': ({ body }) => { sent.push(body); return answer.promise; } });
    const stages = within(await screen.findByRole('list', { name: 'Stages of Sales' }));
    await user.click(stages.getByRole('button', { name: 'Move to Meeting' }));
    expect(stages.getByRole('button', { name: 'Meeting, current stage' })).toBeVisible();
    await waitFor(() => expect(sent).toEqual([{ stageId: 'Meeting', beforeDealId: null, version: 1 }]));
    answer.give({ body: testDeal('engine', 'Meeting') });
    expect(await findNotice('engine moved to Meeting')).toBeVisible();
  });

  it('says why a deal was lost, also when the reason is no longer offered, and reopens it', async () => {
    const sent: unknown[] = [];
    const { user } = await open(testDeal('engine', 'Lost', '100.00', { status: 'lost', lostReasonId: 'price', lostReasonText: 'By half', closedAt: '2026-05-03T09:00:00.000Z' }));
    serve({ 'POST /deals/:id/move': ({ body }) => { sent.push(body); return { body: testDeal('engine', 'Qualified') }; } });
    expect(await screen.findByText(/Price too high · By half/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    await waitFor(() => expect(sent).toEqual([{ stageId: 'Qualified', beforeDealId: null, version: 1 }]));
  });

  it.each([
    ['by the rate of today', 'open', { amount: '90.00', currency: 'EUR' }, 'Counts as: €90 by the rate of today'],
    ['by the rate of its closing, also after the workspace took its currency', 'won', { amount: '97.83', currency: 'USD' }, 'Counts as: $97.83 by the rate of its closing'],
    ['without a rate', 'open', null, 'Counts as: No rate for USD: left out of sums'],
  ] as const)('says what an amount counts as %s', async (_how, status, worth, text) => {
    await open(testDeal('engine', status === 'open' ? 'Qualified' : 'Won', null, { status, amount: { amount: '100.00', currency: 'USD' }, worth }));
    const label = await screen.findByText('Counts as:');
    expect(label.parentElement).toHaveTextContent(text);
  });

  it('says nothing of an amount that counts as it is', async () => {
    await open(testDeal('engine', 'Qualified'));
    expect(await screen.findByRole('tab', { name: 'Stage history' })).toBeVisible();
    expect(screen.queryByText('Counts as:')).toBeNull();
  });

  it('tells how long it stood in each stage', async () => {
    const { user } = await open(testDeal('engine', 'Qualified'));
    await user.click(await screen.findByRole('tab', { name: 'Stage history' }));
    expect(await screen.findByText('2 days, 3 hours')).toBeVisible();
  });
});
