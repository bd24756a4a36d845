import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { queryClient } from '@/lib/api/query-client.js';
import { aContact, aMember, colleague } from '@/testing/factories.js';
import { renderPage } from '@/testing/render-page.js';
import { problem, serve } from '@/testing/serve.js';
import { ContactPage } from './contact-page.js';

const Page = () => <ContactPage panels={{}} />;
const contact = aContact();

function open() {
  return renderPage(Page, { path: '/contacts/$id', at: `/contacts/${contact.id}` });
}

async function editTitle(user: Awaited<ReturnType<typeof open>>['user'], text: string) {
  await user.click(await screen.findByRole('button', { name: 'Job title: Admiral. Edit' }));
  const input = screen.getByRole('textbox', { name: 'Job title' });
  await user.clear(input);
  await user.type(input, text);
}

describe('a contact', () => {
  it('is edited in place and saves with Enter the version that was read', async () => {
    const sent: unknown[] = [];
    let stored = contact;
    serve({
      'GET /contacts/:id': () => ({ body: stored }),
      'PATCH /contacts/:id': ({ body }) => { sent.push(body); stored = { ...contact, title: 'Rear admiral', version: 2 }; return { body: stored }; },
    });
    const { user } = await open();
    await editTitle(user, 'Rear admiral{Enter}');
    expect(await screen.findByRole('button', { name: 'Job title: Rear admiral. Edit' })).toHaveFocus();
    expect(sent).toEqual([{ title: 'Rear admiral', version: 1 }]);
  });

  it('goes back with Escape and sends nothing', async () => {
    serve({ 'GET /contacts/:id': () => ({ body: contact }), 'PATCH /contacts/:id': () => problem(500, 'INTERNAL') });
    const { user } = await open();
    await editTitle(user, 'Nobody{Escape}');
    expect(screen.getByRole('button', { name: 'Job title: Admiral. Edit' })).toHaveFocus();
  });

  it('keeps what was typed when the server refuses, and says why', async () => {
    serve({
      'GET /contacts/:id': () => ({ body: contact }),
      'PATCH /contacts/:id': () => problem(400, 'INVALID_INPUT', { errors: [{ field: 'title', code: 'TOO_BIG', message: 'Too long.' }] }),
    });
    const { user } = await open();
    await editTitle(user, 'A very long title{Enter}');
    expect(await screen.findByRole('textbox', { name: 'Job title' })).toHaveValue('A very long title');
    expect((await screen.findAllByText('This is too long.')).length).toBeGreaterThan(0);
  });

  it('shows phones as people write them, and keeps a wrong one at its place with the reason', async () => {
    const phones = [{ phone: '+4930998877', label: 'work' as const, primary: true }, { phone: '+14155552671;ext=123', label: 'mobile' as const, primary: false }];
    const sent: unknown[] = [];
    serve({
      'GET /contacts/:id': () => ({ body: aContact({ phones }) }),
      'PATCH /contacts/:id': ({ body }) => {
        sent.push(body);
        return problem(400, 'INVALID_ARGUMENT', { errors: [{ field: 'phones[1].phone', code: 'SEVERAL_PHONES', message: 'Several.' }] });
      },
    });
    const { user } = await open();
    expect(await screen.findByRole('link', { name: '030 998877' })).toHaveAttribute('href', 'tel:+4930998877');
    expect(screen.getByRole('link', { name: '+1 415 555 2671 ext. 123' })).toHaveAttribute('href', 'tel:+14155552671;ext=123');
    await user.click(screen.getByRole('button', { name: 'Phones: 030 998877, +1 415 555 2671 ext. 123. Edit' }));
    expect(screen.getByRole('textbox', { name: 'Phone 1' })).toHaveValue('+49 30 998877');
    const second = screen.getByRole('textbox', { name: 'Phone 2' });
    await user.clear(second);
    await user.type(second, '+49 30 123456 / 7');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('textbox', { name: 'Phone 2' })).toHaveValue('+49 30 123456 / 7');
    expect(screen.getByRole('textbox', { name: 'Phone 2' })).toHaveAccessibleDescription(/behind the slash/);
    expect(screen.getByRole('textbox', { name: 'Phone 1' })).toHaveAccessibleDescription('');
    expect(sent).toEqual([{ phones: [{ ...phones[0], phone: '+49 30 998877' }, { ...phones[1], phone: '+49 30 123456 / 7' }], version: 1 }]);
  });

  it('shows both values when two people edited one field, and saves the choice', async () => {
    const theirs = aContact({ title: 'Commodore', version: 2, updatedBy: colleague });
    const sent: unknown[] = [];
    serve({
      'GET /members': () => ({ body: { items: [aMember(), aMember({ userId: colleague, name: 'Charles Babbage' })] } }),
      'GET /contacts/:id': () => ({ body: contact }),
      'PATCH /contacts/:id': ({ body }) => {
        sent.push(body);
        return (body as { version: number }).version === 1 ? problem(409, 'STALE_VERSION', { current: theirs }) : { body: { ...theirs, title: 'Captain', version: 3 } };
      },
    });
    const { user } = await open();
    await editTitle(user, 'Captain{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Changed by someone else' });
    const choice = within(dialog).getByRole('radiogroup', { name: 'Job title' });
    expect(within(choice).getByText('Captain')).toBeVisible();
    expect(within(choice).getByText('Commodore')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.at(-1)).toEqual({ title: 'Captain', version: 2 }));
  });

  it('left without a change saves nothing, even when a newer value came meanwhile', async () => {
    const sent: unknown[] = [];
    serve({ 'GET /contacts/:id': () => ({ body: contact }), 'PATCH /contacts/:id': ({ body }) => { sent.push(body); return { body: contact }; } });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Job title: Admiral. Edit' }));
    act(() => { queryClient.setQueryData(['contact', 'detail', contact.id], aContact({ title: 'Commodore', version: 2 })); });
    await user.tab();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'Job title: Commodore. Edit' })).toBeVisible();
    expect(sent).toEqual([]);
  });

  it('that is gone or foreign shows "Not found"', async () => {
    serve({ 'GET /contacts/:id': () => problem(404, 'CONTACT_NOT_FOUND') });
    await open();
    expect(await screen.findByRole('heading', { name: 'Not found' })).toBeVisible();
  });

  it('that fails to load says so with the number of the request, and loads on another try', async () => {
    let fails = true;
    serve({ 'GET /contacts/:id': () => (fails ? problem(500, 'INTERNAL') : { body: contact }) });
    const { user } = await open();
    expect(await screen.findByText('req-1')).toBeVisible();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Grace Hopper' })).toBeVisible();
  });

  it('in the bin cannot be edited and offers to come back', async () => {
    const deleted = aContact({ deletedAt: '2026-05-05T09:30:00.000Z' });
    serve({ 'GET /contacts/:id': () => ({ body: deleted }), 'POST /contacts/:id/restore': () => ({ body: contact }) });
    const { user } = await open();
    expect(await screen.findByText('Contact in the bin')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Job title/ })).toBeNull();
    serve({ 'GET /contacts/:id': () => ({ body: contact }) });
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    expect(await screen.findByRole('button', { name: 'Job title: Admiral. Edit' })).toBeVisible();
  });
});
