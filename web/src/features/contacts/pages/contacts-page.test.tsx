import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { queryClient } from '@/lib/api/query-client.js';
import { aContact, anId, aSession } from '@/testing/factories.js';
import { renderPage } from '@/testing/render-page.js';
import { problem, serve } from '@/testing/serve.js';
import { ContactsPage } from './contacts-page.js';

const people = [aContact(), aContact({ id: anId(101), firstName: 'Alan', lastName: 'Turing' }), aContact({ id: anId(102), firstName: 'Edsger', lastName: 'Dijkstra' })];
const page = { items: people, nextCursor: null, count: { value: 1000, exact: false } };
const open = (search = '') => renderPage(ContactsPage, { path: '/contacts', at: `/contacts${search}` });

describe('the list of contacts', () => {
  it('shows the rows and a count that stops at its cap', async () => {
    serve({ 'GET /contacts': () => ({ body: page }) });
    await open();
    expect(await screen.findByRole('link', { name: 'Alan Turing' })).toHaveAttribute('href', `/contacts/${anId(101)}`);
    expect(screen.getByText('1,000+ contacts')).toBeVisible();
  });

  it('asks the API for the filter and the order of its address', async () => {
    const asked: URL[] = [];
    serve({ 'GET /contacts': ({ url }) => { asked.push(url); return { body: page }; } });
    const filter = { and: [{ field: 'lifecycle', op: 'in', value: ['lead'] }] };
    const { user, router } = await open(`?sort=-updatedAt&filter=${encodeURIComponent(JSON.stringify(filter))}`);
    await screen.findByRole('link', { name: 'Alan Turing' });
    expect(JSON.parse(asked[0]?.searchParams.get('filter') ?? '')).toEqual(filter);
    expect(asked[0]?.searchParams.get('sort')).toBe('-updatedAt');
    await user.click(within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button'));
    await waitFor(() => expect(asked.at(-1)?.searchParams.get('sort')).toBe('name'));
    expect(router.state.location.search).toEqual({ filter });
  });

  it.each([
    'rubbish', '5', 'null', '{"and":[{"field":"city"', '{"x":1}', '{"and":[]}', '{"and":5}', '{"or":[null]}', '{"field":"city","op":"like","value":"x"}', '{"field":"city","op":"eq","value":{"a":1}}',
    `${'{"and":['.repeat(9)}{"field":"city","op":"isNull"}${']}'.repeat(9)}`,
  ])('opens in full when its address holds no filter but %s, says so, and clears it', async (damaged) => {
    const asked: URL[] = [];
    serve({ 'GET /contacts': ({ url }) => { asked.push(url); return { body: page }; } });
    const { user, router } = await open(`?filter=${encodeURIComponent(damaged)}`);
    await screen.findByRole('link', { name: 'Alan Turing' });
    expect(asked.map((url) => url.searchParams.get('filter'))).toEqual([null]);
    expect(screen.getByText('The filter in this link could not be read. Everything is shown.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(screen.queryByText(/could not be read/)).toBeNull();
    expect(router.state.location.search).toEqual({});
  });

  it.each([
    ['knows no such filter or order', 'UNKNOWN_FIELD', 'This list does not know that filter or order'],
    ['would have too much to do for such a filter', 'FILTER_TOO_DEAR', 'This filter asks for too much at once'],
  ])('says that the server %s, and shows everything when asked to', async (_why, code, title) => {
    serve({
      'GET /contacts': ({ url }) => (url.searchParams.has('filter')
        ? problem(400, 'INVALID_ARGUMENT', { errors: [{ field: 'filter', code, message: 'There is no field "shoes".' }] })
        : { body: page }),
    });
    const filter = { and: [{ field: 'shoes', op: 'eq', value: 'x' }, { field: 'createdAt', op: 'lt', value: 'rubbish' }] };
    const { user, router } = await open(`?sort=-updatedAt&filter=${encodeURIComponent(JSON.stringify(filter))}`);
    expect(await screen.findByText(title)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(await screen.findByRole('link', { name: 'Alan Turing' })).toBeVisible();
    expect(router.state.location.search).toEqual({});
  });

  it('is walked and marked by keys, and what is marked goes to the bin together', async () => {
    const sent: unknown[] = [];
    serve({ 'GET /contacts': () => ({ body: page }), 'POST /contacts/bulk-delete': ({ body }) => { sent.push(body); return { body: { changed: 2, skipped: 0 }, headers: { 'Change-Set-Id': 'set-1' } }; } });
    const { user } = await open();
    await screen.findByRole('link', { name: 'Alan Turing' });
    await user.keyboard('jxjX');
    expect(screen.getByText('2 selected')).toBeVisible();
    serve({ 'GET /contacts': () => ({ body: { ...page, items: people.slice(2) } }) });
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(sent).toEqual([{ ids: [anId(100), anId(101)] }]));
    expect(await screen.findByText('2 contacts are in the bin.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Alan Turing' })).toBeNull();
  });

  it('is edited by E: the record opens beside the list with its first field ready', async () => {
    const [first] = people;
    serve({ 'GET /contacts': () => ({ body: page }), 'GET /contacts/:id': () => ({ body: first }) });
    const { user } = await open();
    await screen.findByRole('link', { name: 'Alan Turing' });
    await user.keyboard('je');
    expect(await screen.findByRole('textbox', { name: 'First name' })).toHaveFocus();
    await user.keyboard('{Escape}{Escape}');
    // A closed panel gives the focus back to its row a moment later.
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'row'));
    await user.keyboard(' ');
    expect(await within(await screen.findByRole('dialog')).findByText('First name')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'First name' })).toBeNull();
  });

  it('is not edited by a viewer', async () => {
    serve({ 'GET /contacts': () => ({ body: page }) });
    const { user } = await open();
    await screen.findByRole('link', { name: 'Alan Turing' });
    act(() => { queryClient.setQueryData(['session'], { ...aSession(), permissions: ['records.read'] }); });
    await user.keyboard('je');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('puts the rows back when the server refuses to delete them', async () => {
    serve({ 'GET /contacts': () => ({ body: page }), 'POST /contacts/bulk-delete': () => problem(403, 'FORBIDDEN') });
    const { user } = await open();
    await screen.findByRole('link', { name: 'Alan Turing' });
    await user.click(screen.getByRole('checkbox', { name: 'Select Alan Turing' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText(/Your role does not allow this/)).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Alan Turing' })).toBeVisible();
  });

  it('without any contact offers to add one', async () => {
    serve({ 'GET /contacts': () => ({ body: { items: [], nextCursor: null, count: { value: 0, exact: true } } }) });
    await open();
    expect(await screen.findByRole('heading', { name: 'No contacts yet' })).toBeVisible();
    expect(screen.getAllByRole('button', { name: /Add contact/ }).length).toBeGreaterThan(0);
  });

  it('with nothing that matches offers to clear the filters', async () => {
    serve({ 'GET /contacts': ({ url }) => ({ body: url.searchParams.has('filter') ? { items: [], nextCursor: null } : page }) });
    const { user } = await open(`?filter=${encodeURIComponent('{"field":"name","op":"contains","value":"zzz"}')}`);
    expect(await screen.findByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
    expect(await screen.findByRole('link', { name: 'Alan Turing' })).toBeVisible();
  });

  it('that fails says so with the number of the request, and loads on another try', async () => {
    let fails = true;
    serve({ 'GET /contacts': () => (fails ? problem(500, 'INTERNAL') : { body: page }) });
    const { user } = await open();
    expect(await screen.findByText('req-1')).toBeVisible();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Alan Turing' })).toBeVisible();
  });
});
