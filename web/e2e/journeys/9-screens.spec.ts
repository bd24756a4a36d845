import { addCompany, addContact } from '../harness/people.js';
import { addDeals, card, column, defaultPipeline, type Pipeline } from '../harness/sales.js';
import { isPhone, notice, expect, test } from '../harness/test.js';
import { look } from '../harness/look.js';

const title = 'Engine no. 2 with the long name that the workshop in Kensington gave it';

test('a record is reached, planned and written about from its header on every width', async ({ page, api, owner: _owner }) => {
  const contact = await addContact(api, { phones: [{ phone: '+44 20 7946 0000' }] });
  const [deal] = await addDeals(api, await defaultPipeline(api), [title], { contactIds: [contact.id] });
  await page.goto(`/deals/${deal?.id}`);
  const header = page.locator('main header');
  await expect(header.getByRole('link', { name: 'Email' })).toHaveAttribute('href', 'mailto:grace@navy.example');
  await expect(header.getByRole('link', { name: 'Call' })).toHaveAttribute('href', 'tel:+442079460000');
  const heading = header.getByRole('heading', { name: title });
  expect(await heading.evaluate((element) => element.scrollHeight <= element.clientHeight), 'the whole title is read').toBe(true);
  await look(page, 'deal-header');

  await header.getByRole('button', { name: 'Add task' }).click();
  await page.getByRole('textbox', { name: /What needs to be done/ }).fill('Send the offer');
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, 'Send the offer added.')).toBeVisible();
  await header.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
  await page.keyboard.type('Wants two of them.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('Wants two of them.')).toBeVisible();
});

test('at 200 % zoom the header still has Email, Call, a task and a note', async ({ page, api, owner: _owner }) => {
  const contact = await addContact(api, { phones: [{ phone: '+44 20 7946 0000' }] });
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto(`/contacts/${contact.id}`);
  const acts = page.getByRole('group', { name: 'Actions for Grace Hopper' });
  for (const name of ['Email', 'Call']) await expect(acts.getByRole('link', { name })).toBeInViewport();
  for (const name of ['Add task', 'Add note']) await expect(acts.getByRole('button', { name })).toBeInViewport();
});

test('where nobody can be reached the header says why and leads to where it is mended', async ({ page, api, owner: _owner }) => {
  const contact = await addContact(api, { emails: [] });
  const [alone, named] = await addDeals(api, await defaultPipeline(api), ['Alone', 'Named']);
  await api.patch(`/deals/${named?.id}`, { contactIds: [contact.id], version: named?.version });
  await page.goto(`/contacts/${contact.id}`);
  await page.getByRole('button', { name: 'Email', exact: true }).click();
  await expect(page.getByText('Grace Hopper has no email yet.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Add email' }).click();
  await expect(page.getByRole('textbox', { name: 'Email 1' })).toBeFocused();
  await page.keyboard.type('grace@navy.example');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Actions for Grace Hopper' }).getByRole('link', { name: 'Email' })).toHaveAttribute('href', 'mailto:grace@navy.example');

  await page.goto(`/deals/${named?.id}`);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open Grace Hopper' }).click();
  await expect(page).toHaveURL(`/contacts/${contact.id}`);
  await page.goto(`/deals/${alone?.id}`);
  await page.getByRole('button', { name: 'Email', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Choose contacts' }).click();
  await expect(page.getByRole('combobox', { name: 'Contacts' })).toBeFocused();
});

test('company and contacts of a deal look like links and are ones', async ({ page, api, owner: _owner }) => {
  const company = await addCompany(api);
  const contact = await addContact(api);
  const [deal] = await addDeals(api, await defaultPipeline(api), ['Engine no. 2'], { companyId: company.id, contactIds: [contact.id] });
  await page.goto(`/deals/${deal?.id}`);
  const name = page.getByRole('button', { name: /^Name: / });
  const link = page.getByRole('link', { name: 'Grace Hopper' });
  await expect(link).toBeVisible();
  const colours = await Promise.all([link, page.getByRole('link', { name: 'Open Analytical Engines' }), name].map((part) => part.evaluate((element) => getComputedStyle(element).color)));
  expect(colours[0]).toBe(colours[1]);
  expect(colours[0]).not.toBe(colours[2]);
  await link.click();
  await expect(page).toHaveURL(`/contacts/${contact.id}`);
});

async function addPartners(api: Parameters<typeof defaultPipeline>[0]): Promise<Pipeline> {
  const pipeline = await api.post<Pipeline>('/pipelines', { name: 'Partners' });
  const stages = pipeline.stages.map((stage, index) => (index === 1 ? { ...stage, requiredFields: ['nextStep'] } : stage));
  return api.patch<Pipeline>(`/pipelines/${pipeline.id}`, { stages, version: pipeline.version });
}

test('a deal changes its pipeline on its page by keyboard, into a stage that is chosen, which asks for what it requires @keyboard', async ({ page, api, owner: _owner }) => {
  const [deal] = await addDeals(api, await defaultPipeline(api), ['Engine no. 2']);
  const partners = await addPartners(api);
  await page.goto(`/deals/${deal?.id}`);
  await page.getByRole('button', { name: 'Pipeline: Sales. Edit' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move to another pipeline' });
  await expect(dialog.getByRole('button', { name: /Pipeline/ })).toBeFocused();
  await look(page, 'deal-pipeline');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: partners.stages[1]?.name ?? '', exact: true }).press('Enter');
  await expect(dialog.getByRole('button', { name: /Stage/ })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Next step' }).fill('Call the partner');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Pipeline: Partners. Edit' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Stages of Partners' }).getByRole('button', { name: `${partners.stages[1]?.name}, current stage` })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Pipeline: Sales. Edit' })).toBeVisible();
});

test('a change of pipeline that a colleague made first is said, and theirs stays @once', async ({ page, api, owner: _owner }) => {
  const pipeline = await defaultPipeline(api);
  const [deal] = await addDeals(api, pipeline, ['Engine no. 2']);
  await addPartners(api);
  await page.goto(`/deals/${deal?.id}`);
  await page.getByRole('button', { name: 'Pipeline: Sales. Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move to another pipeline' });
  await expect(dialog).toBeVisible();
  await api.post(`/deals/${deal?.id}/move`, { stageId: pipeline.stages[2]?.id, version: deal?.version });
  await expect(page.getByRole('button', { name: 'Proposal, current stage', includeHidden: true })).toBeAttached();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(notice(page, 'Somebody changed this in the meantime. Look at the newest version, then try again.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pipeline: Sales. Edit' })).toBeVisible();
});

test('a list comes back by the menu as it was left, a shared link shows what it says, and clearing is remembered too', async ({ page, api, owner: _owner }, testInfo) => {
  await addCompany(api, 'Analytical Engines');
  await addCompany(api, 'Harbour & Vale');
  const filter = (value: string) => encodeURIComponent(JSON.stringify({ and: [{ field: 'name', op: 'contains', value }] }));
  const menu = async (name: string) => {
    if (isPhone(testInfo)) await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('link', { name, exact: true }).click();
  };
  await page.goto('/companies');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('option', { name: 'Name' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('harbour');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Analytical Engines' })).toHaveCount(0);
  await menu('Tasks');
  await expect(page.getByRole('heading', { name: 'Tasks', exact: true })).toBeVisible();
  await menu('Companies');
  await expect(page.getByRole('link', { name: 'Harbour & Vale' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Analytical Engines' })).toHaveCount(0);

  await page.goto(`/companies?filter=${filter('analytical')}`);
  await expect(page.getByRole('link', { name: 'Analytical Engines' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Harbour & Vale' })).toHaveCount(0);
  await menu('Tasks');
  await menu('Companies');
  await expect(page.getByRole('link', { name: 'Harbour & Vale' })).toBeVisible();

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await menu('Tasks');
  await menu('Companies');
  await expect(page.getByRole('link', { name: 'Analytical Engines' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Harbour & Vale' })).toBeVisible();
});

test('what one person chose for a list is not shown to another on the same device @once', async ({ page, api, owner: _owner }) => {
  await page.goto('/tasks');
  await page.getByRole('radio', { name: 'Everyone' }).click();
  await page.goto('/my-day');
  await expect(page.locator('a[href*="/tasks"]').first()).toHaveAttribute('href', /tab=everybody/);
  // The first page would go on asking about a workspace that the session of the next person does not have.
  await page.goto('about:blank');
  await api.signUp('Charles Babbage', 'Difference Engines');
  const theirs = await page.context().newPage();
  await theirs.goto('/my-day');
  await expect(theirs.getByRole('heading', { name: 'Welcome, Charles' })).toBeVisible();
  await expect(theirs.locator('a[href*="tab=everybody"]')).toHaveCount(0);
});

test('a notice covers no row and no count', async ({ page, api, owner: _owner }) => {
  await addCompany(api);
  await page.goto('/companies');
  await page.getByRole('row', { name: /Analytical Engines/ }).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Delete' }).click();
  const said = notice(page, '1 company is in the bin.');
  await expect(said).toBeVisible();
  const frame = await page.locator('main').boundingBox();
  const box = await page.getByRole('region', { name: /Notices/ }).boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
});

test('only stages that a won deal was in are ticked, and an empty board shows its stages', async ({ page, api, owner: _owner }) => {
  await page.goto('/deals');
  await expect(page.getByRole('heading', { name: 'No deals in this pipeline yet' })).toBeVisible();
  await expect(column(page, 'Qualified')).toBeVisible();
  const pipeline = await defaultPipeline(api);
  const won = pipeline.stages.find(({ name }) => name === 'Won');
  const [deal] = await addDeals(api, pipeline, ['Engine no. 2']);
  await expect(card(page, 'Engine no. 2')).toBeVisible();
  await api.post(`/deals/${deal?.id}/move`, { stageId: won?.id, version: deal?.version });
  await page.goto(`/deals/${deal?.id}`);
  const stages = page.getByRole('list', { name: 'Stages of Sales' });
  await expect(stages.locator('li').filter({ has: page.locator('svg') })).toHaveText(['Qualified']);
});

test('an owner sees what the workspace uses', async ({ page, owner: _owner }) => {
  await page.route('**/api/v1/settings/usage', async (route) => {
    const reply = await route.fetch();
    const { items } = await reply.json() as { items: { quota: string; limit: number }[] };
    expect(items.map(({ quota }) => quota)).toEqual(['records', 'bytes', 'events']);
    // As it is late in the life of a workspace.
    const used = { records: 412_345, bytes: 17_300_000_000, events: 200_000 } as Record<string, number>;
    await route.fulfill({ response: reply, json: { items: items.map((item) => ({ ...item, used: used[item.quota] })) } });
  });
  await page.goto('/settings/usage');
  await expect(page.getByRole('meter', { name: 'Records' })).toHaveAttribute('aria-valuetext', '412,345 of 1,000,000');
  await expect(page.getByText(/^100% is used/)).toBeVisible();
  await look(page, 'settings-usage');
});

test('the settings show which of their pages is open', async ({ page, owner: _owner }) => {
  await page.goto('/settings/lost-reasons');
  await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Lost reasons' })).toBeInViewport({ ratio: 1 });
});

test('a badge stays apart from a row that is marked @wide', async ({ page, api, owner: _owner }) => {
  await addDeals(api, await defaultPipeline(api), ['Engine no. 2']);
  await page.goto('/deals?view=table');
  await page.getByRole('row', { name: /Engine no. 2/ }).getByRole('checkbox').click();
  const edge = await page.getByText('Qualified', { exact: true }).last().evaluate((badge) => getComputedStyle(badge).boxShadow);
  expect(edge).toMatch(/inset/);
});
