import type { Page } from '@playwright/test';
import { shortcuts, type ShortcutId } from '../../src/lib/keyboard/shortcut-table.js';
import { addContact } from '../harness/people.js';
import { addDeals, card, defaultPipeline } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';
import type { Api } from '../harness/api.js';

type Place = 'list' | 'record' | 'board' | 'tasks';
interface Case {
  on: Place[];
  /** Presses it where it is offered and sees what it promises. */
  press: (page: Page) => Promise<void>;
}

const everywhere: Place[] = ['list', 'record', 'board', 'tasks'];
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const goes = (keys: string, path: string): Case => ({
  on: everywhere,
  press: async (page) => {
    for (const key of keys.split(' ')) await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`/${path}$`));
  },
});

/** A shortcut of the table that has no case here does not compile, and one that is offered on a page where no case expects it fails below. */
const cases: Record<ShortcutId, Case> = {
  palette: { on: everywhere, press: async (page) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
  } },
  help: { on: everywhere, press: async (page) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  } },
  closeLayer: { on: everywhere, press: async (page) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  } },
  goMyDay: goes('g m', 'my-day'),
  goContacts: goes('g c', 'contacts'),
  goCompanies: goes('g o', 'companies'),
  goDeals: goes('g d', 'deals'),
  goTasks: goes('g t', 'tasks'),
  add: { on: everywhere, press: async (page) => {
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog', { name: /^Add / })).toBeVisible();
  } },
  save: { on: everywhere, press: async (page) => {
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: /^Add / });
    // The first field takes the focus as the dialog opens: until then a key would go there.
    await expect(dialog.locator('input:focus')).toBeVisible();
    await dialog.getByRole('radio', { name: 'Company' }).press('Space');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Saved by keys');
    await page.keyboard.press('Control+Enter');
    await expect(notice(page, 'Saved by keys added.')).toBeVisible();
  } },
  undo: { on: everywhere, press: async (page) => {
    await cases.save.press(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(notice(page, 'Undone.')).toBeVisible();
  } },
  nextRow: { on: ['list', 'tasks'], press: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(row(page, 'Second').or(page.locator('[data-row]', { hasText: 'Second' }))).toBeFocused();
  } },
  previousRow: { on: ['list', 'tasks'], press: async (page) => {
    await cases.nextRow.press(page);
    await page.keyboard.press('k');
    await expect(row(page, 'First').or(page.locator('[data-row]', { hasText: 'First' }))).toBeFocused();
  } },
  openRow: { on: ['list', 'tasks'], press: async (page) => {
    const isList = page.url().endsWith('/contacts');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(isList ? page.getByRole('heading', { name: 'First Person' }) : page.getByRole('dialog')).toBeVisible();
  } },
  peekRow: { on: ['list'], press: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await expect(page.getByRole('dialog', { name: 'First Person' })).toBeVisible();
  } },
  editRow: { on: ['list', 'tasks'], press: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
  } },
  selectRow: { on: ['list'], press: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(page.getByText('1 selected')).toBeVisible();
  } },
  selectAll: { on: ['list'], press: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('Control+a');
    await expect(page.getByText('2 selected')).toBeVisible();
  } },
  // Listed once something is selected.
  clearSelection: { on: [], press: async (page) => {
    await cases.selectRow.press(page);
    await page.keyboard.press('Escape');
    await expect(page.getByText('1 selected')).toBeHidden();
  } },
  completeTask: { on: ['tasks'], press: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await expect(page.locator('[data-row]', { hasText: 'First' })).toBeHidden();
  } },
  filter: { on: ['list', 'board'], press: async (page) => {
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog', { name: 'Add a filter' })).toBeVisible();
  } },
  editFirst: { on: ['record'], press: async (page) => {
    await page.keyboard.press('e');
    await expect(page.getByRole('textbox', { name: 'First name' })).toBeFocused();
  } },
  saveField: { on: ['record'], press: async (page) => {
    await page.keyboard.press('e');
    await page.keyboard.type('Saved');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'First name: Saved' })).toBeFocused();
  } },
  revertField: { on: ['record'], press: async (page) => {
    await page.keyboard.press('e');
    await page.keyboard.type('Reverted');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'First name: First' })).toBeFocused();
  } },
  nextField: { on: ['record'], press: async (page) => {
    await page.keyboard.press('e');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Last name' })).toBeFocused();
  } },
  liftCard: { on: ['board'], press: async (page) => {
    await card(page, 'First').locator('[data-card-link]').focus();
    await page.keyboard.press('Space');
    await expect(page.getByText(/First lifted/)).toBeAttached();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.locator('[data-deal] [data-card-link]')).toHaveText(['Second', 'First']);
  } },
  walkCards: { on: ['board'], press: async (page) => {
    await card(page, 'First').locator('[data-card-link]').focus();
    await page.keyboard.press('ArrowDown');
    await expect(card(page, 'Second').locator('[data-card-link]')).toBeFocused();
  } },
};

const ids = Object.keys(shortcuts) as ShortcutId[];

async function fill(api: Api): Promise<Record<Place, string>> {
  const { id } = await addContact(api, { firstName: 'First', lastName: 'Person', emails: [] });
  await addContact(api, { firstName: 'Second', lastName: 'Qerson', emails: [] });
  await addDeals(api, await defaultPipeline(api), ['First', 'Second']);
  for (const [index, subject] of ['First', 'Second'].entries()) await api.post('/tasks', { subject, dueDate: `2030-01-0${index + 1}` });
  return { list: '/contacts', record: `/contacts/${id}`, board: '/deals', tasks: '/tasks' };
}

async function open(page: Page, path: string, place: Place): Promise<void> {
  await page.goto(path);
  const ready = { list: row(page, 'Second'), record: page.getByRole('button', { name: /^First name: / }), board: card(page, 'Second'), tasks: page.locator('[data-row]', { hasText: 'Second' }) }[place];
  await expect(ready).toBeVisible();
}

for (const place of everywhere) {
  test(`the help on a ${place} lists each key that works there, with a cap that can be read @keyboard`, async ({ page, api, owner: _owner }) => {
    await open(page, (await fill(api))[place], place);
    await page.keyboard.press('?');
    const lines = page.locator('[data-shortcut]');
    await expect(lines.first()).toBeVisible();
    const listed = await lines.evaluateAll((all) => all.map((line) => line.getAttribute('data-shortcut')));
    expect(listed.toSorted()).toEqual(ids.filter((id) => cases[id].on.includes(place)).toSorted());
    for (const cap of await lines.locator('kbd').all()) {
      expect((await cap.innerText()).trim() !== '' || (await cap.locator('svg').count()) === 1).toBe(true);
    }
  });
}

for (const id of ids) {
  // What works everywhere is one handler: one place says enough.
  const places: Place[] = ['app', 'go'].includes(shortcuts[id].group) || cases[id].on.length === 0 ? ['list'] : cases[id].on;
  test(`the shortcut ${id} keeps its word @keyboard`, async ({ page, api, owner: _owner }) => {
    const paths = await fill(api);
    for (const place of places) {
      await open(page, paths[place], place);
      await cases[id].press(page);
    }
  });
}

test('a key that is pressed in the same instant as Escape is not lost: the layer goes, and the key acts on what is behind it @keyboard', async ({ page, api, owner: _owner }) => {
  await open(page, (await fill(api)).list, 'list');
  await row(page, 'First').focus();
  for (let round = 0; round < 10; round += 1) {
    const [from, to, key] = round % 2 === 0 ? (['First', 'Second', 'j'] as const) : (['Second', 'First', 'ArrowUp'] as const);
    await expect(row(page, from)).toBeFocused();
    await page.keyboard.press(round % 4 < 2 ? 'Space' : '?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press(key)]);
    await expect(row(page, to)).toBeFocused();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});
