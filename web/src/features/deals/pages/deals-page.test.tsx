import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { currencies } from '@/testing/factories.js';
import { held } from '@/testing/held.js';
import { renderPage } from '@/testing/render-page.js';
import { findNotice } from '@/testing/notice.js';
import { problem, serve } from '@/testing/serve.js';
import { testBoard, testDeal } from '@/features/deals/board/test-board.js';
import type { Board } from '@/features/deals/deal.js';
import { DealsPage } from './deals-page.js';

const board = testBoard({ Qualified: ['Engine', 'Loom'], Meeting: ['Tides'], Won: [], Lost: [] }, { Meeting: { probability: 80 }, Won: { type: 'won', probability: 100 }, Lost: { type: 'lost', probability: 0 } });

function open(shown: Board = board, search = '') {
  serve({
    'GET /pipelines': () => ({ body: { items: [shown.pipeline], nextCursor: null } }),
    'GET /deals/board': () => ({ body: shown }),
    'GET /settings/currencies': () => ({ body: currencies() }),
    'GET /settings/lost-reasons': () => ({ body: { items: [{ id: 'price', name: 'Price too high', archived: false }] } }),
  });
  return renderPage(DealsPage, { path: '/deals', at: `/deals${search}` });
}

const column = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the board', () => {
  it('shows each open stage with count, sum and weighted sum, and the ends of deals on demand', async () => {
    const { user } = await open();
    const meeting = await column('Meeting');
    expect(meeting.getByLabelText('1 deal')).toBeVisible();
    expect(meeting.getByTitle('Sum of the deals in this stage')).toHaveTextContent('€100');
    expect(screen.queryByRole('region', { name: 'Won' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show won and lost' }));
    expect(screen.getByRole('region', { name: 'Won' })).toBeVisible();
  });

  it('moves a card by keyboard at once, with the sums, and tells the server the place', async () => {
    const sent: unknown[] = [];
    const answer = held();
    const { user } = await open();
    serve({ 'POST /deals/:id/move': ({ body }) => { sent.push(body); return answer.promise; } });
    await column('Qualified');
    screen.getByRole('link', { name: 'Engine' }).focus();
    await user.keyboard(' {ArrowRight} ');
    const meeting = await column('Meeting');
    expect(meeting.getAllByRole('link').map((link) => link.textContent)).toEqual(['Engine', 'Tides']);
    expect(meeting.getByTitle('Sum of the deals in this stage')).toHaveTextContent('€200');
    await waitFor(() => expect(sent).toEqual([{ stageId: 'Meeting', beforeDealId: 'Tides', version: 1 }]));
    answer.give({ body: testDeal('Engine', 'Meeting') });
    expect(await findNotice('Engine moved to Meeting')).toBeVisible();
  });

  it('takes a refused move back and says why', async () => {
    const { user } = await open();
    serve({ 'POST /deals/:id/move': () => problem(403, 'FORBIDDEN') });
    await column('Qualified');
    screen.getByRole('link', { name: 'Engine' }).focus();
    await user.keyboard(' {ArrowRight} ');
    expect(await screen.findByText(/Your role does not allow this/)).toBeVisible();
    const qualified = await column('Qualified');
    expect(qualified.getAllByRole('link').map((link) => link.textContent)).toEqual(['Engine', 'Loom']);
  });

  it('sends a move again when a colleague changed another field of the deal meanwhile', async () => {
    const versions: unknown[] = [];
    const { user } = await open();
    serve({
      'POST /deals/:id/move': ({ body }) => {
        const { version } = body as { version: number };
        versions.push(version);
        return version === 1 ? problem(409, 'STALE_VERSION', { current: testDeal('Loom', 'Qualified', '900.00', { version: 4 }) }) : { body: testDeal('Loom', 'Meeting', '900.00', { version: 5 }) };
      },
    });
    await column('Qualified');
    screen.getByRole('link', { name: 'Loom' }).focus();
    await user.keyboard(' {ArrowRight} ');
    expect(await findNotice('Loom moved to Meeting')).toBeVisible();
    expect(versions).toEqual([1, 4]);
  });

  it('asks for what the server finds missing, and sends it with the move', async () => {
    const sent: unknown[] = [];
    const { user } = await open();
    serve({
      'POST /deals/:id/move': ({ body }) => {
        sent.push(body);
        return sent.length === 1 ? problem(422, 'REQUIRED_FIELDS_MISSING', { errors: [{ field: 'nextStep', code: 'REQUIRED', message: 'Must be filled.' }] }) : { body: testDeal('Engine', 'Meeting') };
      },
    });
    await column('Qualified');
    screen.getByRole('link', { name: 'Engine' }).focus();
    await user.keyboard(' {ArrowRight} ');
    await user.type(await screen.findByRole('textbox', { name: /Next step/ }), 'Call{Enter}');
    await waitFor(() => expect(sent[1]).toEqual({ stageId: 'Meeting', beforeDealId: 'Tides', version: 1, fields: { nextStep: 'Call' } }));
  });

  it('says what went wrong, with the number of the request, and tries again', async () => {
    const opening = open();
    serve({ 'GET /deals/board': () => problem(500, 'INTERNAL') });
    const { user } = await opening;
    expect(await screen.findByText('req-1')).toBeVisible();
    serve({ 'GET /deals/board': () => ({ body: board }) });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Engine' })).toBeVisible();
  });

  it('without a match offers to clear the filters', async () => {
    const filter = encodeURIComponent(JSON.stringify({ and: [{ field: 'name', op: 'contains', value: 'x' }] }));
    const { user, router } = await open(testBoard({ Qualified: [], Won: [], Lost: [] }), `?filter=${filter}`);
    expect(await screen.findByText('No deal matches these filters')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' }).at(-1)!);
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });
});
