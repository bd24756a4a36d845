import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPage } from '@/testing/render-page.js';
import { problem, serve } from '@/testing/serve.js';
import { CompaniesPage } from './companies-page.js';
import { CompanyPage } from './company-page.js';

const open = () => renderPage(CompaniesPage, { path: '/companies', at: '/companies' });

describe('the list of companies', () => {
  it('without any company offers to add one', async () => {
    serve({ 'GET /companies': () => ({ body: { items: [], nextCursor: null, count: { value: 0, exact: true } } }) });
    await open();
    expect(await screen.findByRole('heading', { name: 'No companies yet' })).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Add company' })).toHaveLength(2);
  });

  it('that fails says so with the number of the request', async () => {
    serve({ 'GET /companies': () => problem(500, 'INTERNAL') });
    await open();
    expect(await screen.findByText('req-1')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('a company', () => {
  it('that is gone or foreign shows "Not found"', async () => {
    serve({ 'GET /companies/:id': () => problem(404, 'COMPANY_NOT_FOUND') });
    await renderPage(() => <CompanyPage panels={{}} />, { path: '/companies/$id', at: '/companies/1' });
    expect(await screen.findByRole('heading', { name: 'Not found' })).toBeVisible();
  });
});
