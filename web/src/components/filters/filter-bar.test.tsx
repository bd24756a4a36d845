import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { useListAddress } from '@/components/data-table/use-list-address.js';
import { aMember, me } from '@/testing/factories.js';
import { renderPage } from '@/testing/render-page.js';
import { serve } from '@/testing/serve.js';
import { FilterBar } from './filter-bar.js';
import type { FilterField } from './filter-field.js';

const fields: FilterField[] = [
  { id: 'name', label: 'Name', type: 'text' },
  { id: 'lifecycle', label: 'Lifecycle', type: 'choice', options: [{ id: 'lead', label: 'Lead' }, { id: 'customer', label: 'Customer' }] },
  { id: 'ownerId', label: 'Owner', type: 'member' },
  { id: 'createdAt', label: 'Created', type: 'instant', always: true },
];

function Page() {
  const address = useListAddress('name');
  const [shown] = useState(fields);
  return <FilterBar fields={shown} filter={address.filter} onChange={address.setFilter} />;
}

const open = (filter?: object) => renderPage(Page, { path: '/list', at: `/list${filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''}` });

describe('the filter bar', () => {
  it('reads the filter of the address as sentences', async () => {
    await open({ and: [{ field: 'lifecycle', op: 'in', value: ['lead', 'customer'] }, { field: 'createdAt', op: 'within', value: '-7d' }, { field: 'ownerId', op: 'in', value: [me] }] });
    expect(await screen.findByRole('button', { name: 'Lifecycle is Lead, Customer' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Created in the last 7 days' })).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Owner is Ada Lovelace' })).toBeVisible();
  });

  it('writes a group of alternatives that the API understands', async () => {
    const { router } = await open({ or: [{ field: 'name', op: 'startsWith', value: 'Mü' }, { and: [{ field: 'name', op: 'isNull' }, { field: 'lifecycle', op: 'in', value: ['lead'] }] }] });
    expect(await screen.findByText((_text, element) => element?.tagName === 'BUTTON' && element.textContent === 'Name starts with Mü or (Name is empty and Lifecycle is Lead)')).toBeVisible();
    expect(router.state.location.search).toEqual({ filter: { or: [{ field: 'name', op: 'startsWith', value: 'Mü' }, { and: [{ field: 'name', op: 'isNull' }, { field: 'lifecycle', op: 'in', value: ['lead'] }] }] } });
  });

  it('asks nothing before a condition is complete, then puts it into the address', async () => {
    const { user, router } = await open();
    await user.keyboard('/');
    await user.keyboard('life{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Edit the filter' })).toBeVisible();
    expect(router.state.location.search).toEqual({});
    await user.click(screen.getByRole('checkbox', { name: 'Customer' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ filter: { and: [{ field: 'lifecycle', op: 'in', value: ['customer'] }] } }));
  });

  it('keeps the list as it is while a chip is being rewritten, and takes a chip away', async () => {
    serve({ 'GET /members': () => ({ body: { items: [aMember()] } }) });
    const { user, router } = await open({ and: [{ field: 'name', op: 'contains', value: 'ada' }] });
    await user.click(await screen.findByRole('button', { name: 'Name contains ada' }));
    await user.clear(screen.getByRole('textbox', { name: 'Name' }));
    await user.keyboard('{Escape}');
    expect(router.state.location.search).toEqual({ filter: { and: [{ field: 'name', op: 'contains', value: 'ada' }] } });
    await user.click(screen.getByRole('button', { name: 'Remove this filter' }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });
});
