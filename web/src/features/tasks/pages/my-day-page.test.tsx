import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { aDay, aTask } from '@/testing/factories.js';
import { findNotice } from '@/testing/notice.js';
import { openApp } from '@/testing/open-app.js';
import { problem, serve } from '@/testing/serve.js';
import { testBoard, testDeal } from '@/features/deals/board/test-board.js';

describe('my day', () => {
  it('offers a fresh workspace two ways on', async () => {
    openApp('/my-day');
    serve({ 'GET /contacts': () => ({ body: { items: [], nextCursor: null } }) });
    expect(await screen.findByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
    expect(screen.getByRole('button', { name: /Add a contact/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /Load sample data/ })).toBeVisible();
  });

  it('says what failed with the number to quote, and tries again', async () => {
    openApp('/my-day');
    serve({ 'GET /my-day': () => problem(500, 'INTERNAL') });
    expect(await screen.findByRole('heading', { name: 'That did not work' })).toBeVisible();
    expect(screen.getByText('req-1')).toBeVisible();
    serve({ 'GET /my-day': () => ({ body: aDay({ dueToday: [aTask()] }) }) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Call Charles')).toBeVisible();
  });

  it('completes the focused task with one key and offers Undo', async () => {
    const sent: unknown[] = [];
    openApp('/my-day');
    serve({
      'GET /my-day': () => ({ body: aDay({ dueToday: [aTask({ version: 3 })] }) }),
      'PATCH /tasks/:id': ({ body }) => {
        sent.push(body);
        return { body: aTask({ status: 'done', version: 4 }), headers: { 'Change-Set-Id': 'change-1' } };
      },
    });
    const list = await screen.findByRole('list', { name: 'Today' });
    within(list).getByRole('button', { name: 'Call Charles' }).focus();
    await userEvent.keyboard('d');
    expect(await findNotice('Task “Call Charles” done.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
    expect(sent).toEqual([{ version: 3, status: 'done' }]);
  });

  it('takes a completion back when the server refuses it', async () => {
    openApp('/my-day');
    serve({ 'GET /my-day': () => ({ body: aDay({ dueToday: [aTask()] }) }), 'PATCH /tasks/:id': () => problem(403, 'FORBIDDEN') });
    await userEvent.click(await screen.findByRole('button', { name: 'Complete “Call Charles”' }));
    expect(await screen.findByText(/Your role does not allow this/)).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Complete “Call Charles”' })).toBeVisible();
  });

  it('shows deals that ask for something, each with its next act, and says that nothing is to do only when that is true', async () => {
    const sent: unknown[] = [];
    const { pipeline } = testBoard({ Qualified: [], Meeting: [], Won: [], Lost: [] }, { Qualified: { rotDays: 14 }, Won: { type: 'won' }, Lost: { type: 'lost' } });
    const late = testDeal('Late', 'Qualified', '100.00', { expectedClose: '2026-05-01', version: 4 });
    const part = (...items: ReturnType<typeof testDeal>[]) => ({ items, more: false });
    const deals = {
      overdue: part(late), closing: part(testDeal('Soon', 'Qualified', null, { nextStep: 'Call' })), withoutNextStep: { items: [testDeal('Adrift', 'Meeting')], more: true },
      standing: { ...part(testDeal('Standing', 'Qualified', null, { nextStep: 'Call' })), more: true },
    };
    openApp('/my-day');
    serve({
      'GET /pipelines': () => ({ body: { items: [pipeline] } }),
      'GET /my-day': () => ({ body: aDay({ deals }) }),
      'PATCH /deals/:id': ({ params, body }) => {
        sent.push([params['id'], body]);
        return { body: testDeal('Adrift', 'Meeting', null, { nextStep: 'Call Ada' }), headers: { 'Change-Set-Id': 'change-1' } };
      },
    });
    const of = async (title: string) => within(await screen.findByRole('list', { name: title }));
    expect((await of('Deals past their date')).getByRole('button', { name: 'Date of Late' })).toBeVisible();
    expect((await of('Deals closing within a week')).getByRole('button', { name: 'Move Soon' })).toBeVisible();
    expect(await (await of('Deals standing too long')).findByText(/^Qualified for \d+ days$/)).toBeVisible();
    expect(screen.getAllByText('1+')).toHaveLength(2);
    const [adrift, standing] = screen.getAllByRole('link', { name: 'See all of these deals' }).map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));
    expect(adrift).toContain('nextStep');
    const entered = /"value":\["([^"]+)"\]\},\{"field":"stageEnteredAt","op":"lt","value":"([^"]+)"\}/.exec(standing ?? '');
    expect(entered?.[1]).toBe(pipeline.stages[0]!.id);
    expect(Date.now() - Date.parse(entered?.[2] ?? '')).toBeGreaterThanOrEqual(15 * 86_400_000);
    expect(screen.getByText('No task is due today.')).toBeVisible();
    expect(screen.queryByText('Nothing to do today')).toBeNull();

    await userEvent.click((await of('Deals without a next step')).getByRole('button', { name: 'Next step of Adrift' }));
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Fill this in.')).toBeVisible();
    await userEvent.keyboard('Call Ada{Enter}');
    expect(await findNotice('Next step of Adrift saved.')).toBeVisible();
    expect(sent).toEqual([['Adrift', { nextStep: 'Call Ada', version: 1 }]]);
  });
});
