import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { Schemas } from '@/lib/api/api-types.js';
import { anId, me } from '@/testing/factories.js';
import { renderPage } from '@/testing/render-page.js';
import { findNotice } from '@/testing/notice.js';
import { problem, serve } from '@/testing/serve.js';
import { BinPage } from './bin-page.js';

const entry: Schemas['BinEntry'] = { record: { kind: 'contact', id: anId(100), title: 'Grace Hopper' }, deletedAt: '2026-05-04T09:30:00.000Z', deletedBy: me };
const full = { items: [entry], nextCursor: null };
const empty = { items: [], nextCursor: null };
const open = (search = '') => renderPage(BinPage, { path: '/bin', at: `/bin${search}` });

describe('the bin', () => {
  it('says who deleted what, and restores it', async () => {
    let page: { items: Schemas['BinEntry'][]; nextCursor: null } = full;
    serve({ 'GET /bin': () => ({ body: page }), 'POST /contacts/:id/restore': () => { page = empty; return { body: {}, headers: { 'Change-Set-Id': 'set-1' } }; } });
    const { user } = await open();
    expect(await screen.findByText(/deleted by Ada Lovelace/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Restore Grace Hopper' }));
    expect(await screen.findByRole('heading', { name: 'The bin is empty' })).toBeVisible();
    expect(await findNotice('Grace Hopper is back.')).toBeVisible();
  });

  it('explains in the row why a record cannot come back', async () => {
    serve({ 'GET /bin': () => ({ body: full }), 'POST /contacts/:id/restore': () => problem(409, 'UNIQUE_VALUE_TAKEN', { errors: [{ field: 'emails.0.email', code: 'EMAIL_TAKEN', message: 'Taken.' }] }) });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Restore Grace Hopper' }));
    expect(await screen.findByText(/Another record uses the same Emails now/)).toBeVisible();
  });

  it('deletes for good only after it was said what goes, and looks again when that has changed', async () => {
    const preview = { ...entry, version: 2, notes: 2, contacts: 0, deals: 1, tasks: 3 };
    const sent: unknown[] = [];
    let version = 2;
    serve({
      'GET /bin': () => ({ body: version === 4 ? empty : full }),
      'GET /bin/contact/:id': () => ({ body: { ...preview, version } }),
      'POST /bin/contact/:id/purge': ({ body }) => { sent.push(body); version += 1; return version === 3 ? problem(409, 'PURGE_OUTDATED') : { status: 204 }; },
    });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Delete Grace Hopper for good' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete for good?' }));
    expect(await dialog.findByText('Its 2 notes are deleted with it.')).toBeVisible();
    expect(dialog.getByText('What names it stays, without it: 1 deal and 3 tasks.')).toBeVisible();
    expect(sent).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Delete for good' }));
    expect(await screen.findByText(/changed since you looked/)).toBeVisible();
    await waitFor(() => user.click(dialog.getByRole('button', { name: 'Delete for good' })));
    expect(await findNotice('Grace Hopper was deleted for good.')).toBeVisible();
    expect(sent).toEqual([{ version: 2 }, { version: 3 }]);
  });

  it('asks only for the kind that its address names', async () => {
    const asked: (string | null)[] = [];
    serve({ 'GET /bin': ({ url }) => { asked.push(url.searchParams.get('kind')); return { body: empty }; } });
    await open('?kind=deal');
    expect(await screen.findByRole('heading', { name: 'Nothing of this kind is in the bin' })).toBeVisible();
    expect(asked).toEqual(['deal']);
  });

  it('that fails says so, and loads on another try', async () => {
    let fails = true;
    serve({ 'GET /bin': () => (fails ? problem(500, 'INTERNAL') : { body: full }) });
    const { user } = await open();
    expect(await screen.findByText('req-1')).toBeVisible();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: /^Restore .*Grace Hopper/ })).toBeVisible();
  });
});
