import type { Api } from '../harness/api.js';
import { look } from '../harness/look.js';
import { addDeals, card, cardNames, defaultPipeline, type Deal } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';

interface Priced {
  amount: { amount: string; currency: string } | null;
}

async function amountOf(api: Api, deal: Deal | undefined): Promise<Priced['amount']> {
  return (await api.get<Priced>(`/deals/${deal?.id}`)).amount;
}

test('an amount that cannot be read keeps the new deal open, and what is read is said before it is saved', async ({ page, api, owner: _owner }) => {
  await addDeals(api, await defaultPipeline(api), ['Engine no. 1']);
  await page.goto('/deals');
  await expect(cardNames(page, 'Qualified')).toHaveText(['Engine no. 1']);
  const add = page.getByRole('button', { name: 'Add deal to Qualified' });
  await add.click();
  const dialog = page.getByRole('dialog', { name: 'Add deal' });
  const amount = dialog.getByRole('textbox', { name: 'Amount' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Engine no. 2');
  for (const [typed, reason] of [
    ['abc', 'This cannot be read as a number. Write it like 1,234.50.'],
    ['0.005', 'EUR has only 2 digits after the decimal sign.'],
    ['-5', 'This cannot be less than zero.'],
    ['5 kr', 'Which currency is “kr”? Write its code, or choose it beside the amount.'],
  ] as const) {
    await amount.fill(typed);
    await dialog.getByRole('button', { name: /^Add/ }).last().click();
    await expect(dialog.getByText(reason)).toBeVisible();
    await expect(amount).toHaveValue(typed);
    await expect(amount).toBeFocused();
  }
  await look(page, 'typed-amount-refused');

  // It is still there after the dialog was closed, and is still no amount.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await add.click();
  await expect(amount).toHaveValue('5 kr');
  await expect(dialog.getByText('Which currency is “kr”?')).toBeVisible();

  for (const [typed, understood] of [['12k', '= €12,000.00'], ['1.000.000', '= €1,000,000.00'], ['$1,234.50', '= $1,234.50'], ['1.234,50', '= €1,234.50']] as const) {
    await amount.fill(typed);
    await expect(dialog.getByText(understood)).toBeVisible();
  }
  await look(page, 'typed-amount-understood');
  await amount.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(card(page, 'Engine no. 2')).toContainText('€1,234.50');
});

test('a currency that is typed is chosen, and one that is chosen replaces it @once', async ({ page, api, owner: _owner }) => {
  await api.put('/settings/currencies', { defaultCurrency: 'EUR', rates: [{ currency: 'JPY', rate: '0.006' }, { currency: 'USD', rate: '0.9' }], version: 1 });
  const [deal] = await addDeals(api, await defaultPipeline(api), ['Engine no. 2']);
  await page.goto(`/deals/${deal?.id}`);
  await page.getByRole('button', { name: 'Amount: €1,000. Edit' }).press('Enter');
  const amount = page.getByRole('textbox', { name: 'Amount' });
  await amount.fill('$2,000');
  await expect(page.getByRole('combobox', { name: 'Amount, USD' })).toHaveValue('USD');
  await page.getByRole('combobox', { name: 'Amount, USD' }).selectOption('EUR');
  await expect(amount).toHaveValue('2,000');
  await expect(page.getByRole('combobox', { name: 'Amount, EUR' })).toHaveValue('EUR');
  await amount.fill('5000.75');
  await page.getByRole('combobox', { name: 'Amount, EUR' }).selectOption('JPY');
  await amount.press('Enter');
  await expect(page.getByText('JPY has whole amounts only.')).toBeVisible();
  await amount.fill('¥5000');
  await amount.press('Enter');
  await expect(page.getByRole('button', { name: 'Amount: ¥5,000. Edit' })).toBeVisible();
  await expect.poll(() => amountOf(api, deal)).toEqual({ amount: '5000', currency: 'JPY' });
});

test('in place, what cannot be read stays open with the reason, and Esc brings the amount back', async ({ page, api, owner: _owner }) => {
  const [deal] = await addDeals(api, await defaultPipeline(api), ['Engine no. 2'], { amount: { amount: '777.00', currency: 'EUR' } });
  await page.goto(`/deals/${deal?.id}`);
  await page.getByRole('button', { name: 'Amount: €777. Edit' }).press('Enter');
  const amount = page.getByRole('textbox', { name: 'Amount' });
  const reason = page.getByText('This cannot be read as a number.');
  await amount.fill('abc');
  await expect(reason).toBeHidden();
  await amount.press('Enter');
  await expect(reason).toBeVisible();
  await amount.press('Tab');
  await expect(amount).toBeFocused();
  await page.getByRole('heading', { name: 'Engine no. 2' }).click();
  await expect(amount).toHaveValue('abc');
  await look(page, 'typed-amount-in-place');
  await amount.press('Escape');
  await expect(page.getByRole('button', { name: 'Amount: €777. Edit' })).toBeVisible();
  expect(await amountOf(api, deal)).toEqual({ amount: '777.00', currency: 'EUR' });

  await page.getByRole('button', { name: /^Probability/ }).press('Enter');
  const probability = page.getByRole('textbox', { name: 'Probability' });
  for (const [typed, why] of [['150', 'Write a number from 0 to 100.'], ['0,5', 'Write a whole number.'], ['abc', 'Write a whole number.']] as const) {
    await probability.fill(typed);
    await probability.press('Enter');
    await expect(page.getByText(why)).toBeVisible();
    await expect(probability).toHaveValue(typed);
  }
});

test('amounts have the digits of ISO 4217, not those of the browser @once', async ({ page, api, owner: _owner }) => {
  await api.put('/settings/currencies', { defaultCurrency: 'EUR', rates: [{ currency: 'HUF', rate: '0.0025' }, { currency: 'IQD', rate: '0.0007' }], version: 1 });
  const [forint, dinar] = await addDeals(api, await defaultPipeline(api), ['Forint', 'Dinar'], { amount: null });
  const retype = async (deal: Deal | undefined, currency: string, typed: string, shown: string) => {
    await page.goto(`/deals/${deal?.id}`);
    await page.getByRole('button', { name: 'Amount: Add…' }).press('Enter');
    await page.getByRole('combobox', { name: 'Amount, EUR' }).selectOption(currency);
    await page.getByRole('textbox', { name: 'Amount' }).fill(typed);
    await page.getByRole('textbox', { name: 'Amount' }).press('Enter');
    await expect(page.getByRole('button', { name: `Amount: ${shown}. Edit` })).toBeVisible();
    await expect.poll(() => amountOf(api, deal)).toEqual({ amount: typed, currency });
  };
  await retype(forint, 'HUF', '99.95', 'HUF 99.95');
  await retype(dinar, 'IQD', '1.250', 'IQD 1.250');
  await page.getByRole('button', { name: 'Amount: IQD 1.250. Edit' }).press('Enter');
  await page.getByRole('textbox', { name: 'Amount' }).fill('1.250 ');
  await page.getByRole('textbox', { name: 'Amount' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Amount: IQD 1.250. Edit' })).toBeVisible();
  expect(await amountOf(api, dinar)).toEqual({ amount: '1.250', currency: 'IQD' });
});

test('a rate with the other decimal sign is read, and one that is none is refused', async ({ page, api, owner: _owner }) => {
  await api.put('/settings/currencies', { defaultCurrency: 'EUR', rates: [{ currency: 'JPY', rate: '0.5' }], version: 1 });
  await page.goto('/settings/currencies');
  const rate = page.getByRole('textbox', { name: 'One JPY in EUR' });
  await expect(rate).toHaveValue('0.5');
  for (const [typed, why] of [['abc', 'This cannot be read as a number. Write it like 1.0843.'], ['0', 'Write a number above zero.'], ['-1', 'Write a number above zero.'], ['0.00000000001', 'Only 10 digits may stand after the decimal sign.']] as const) {
    await rate.fill(typed);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(why)).toBeVisible();
    await expect(rate).toHaveValue(typed);
  }
  await look(page, 'typed-rate-refused');
  await rate.fill('0,0061');
  await expect(page.getByText('= 0.0061')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(notice(page, 'Currencies saved')).toBeVisible();
  expect(await api.get('/settings/currencies')).toMatchObject({ rates: [{ currency: 'JPY', rate: '0.0061' }] });
});

test('a filter is not asked with an amount that is none, and keeps the one it has', async ({ page, api, owner: _owner }) => {
  await addDeals(api, await defaultPipeline(api), ['Small', 'Large']);
  const filter = JSON.stringify({ and: [{ field: 'amount', op: 'gte', value: '1500' }] });
  await page.goto(`/deals?view=table&filter=${encodeURIComponent(filter)}`);
  const rows = page.getByRole('link', { name: /^(Small|Large)$/ });
  await expect(rows).toHaveText(['Large']);
  await page.getByRole('button', { name: 'Amount is at least 1,500' }).click();
  const amount = page.getByRole('textbox', { name: 'Amount' });
  await amount.fill('20.009');
  await amount.press('Enter');
  await expect(page.getByText('Only 2 digits may stand after the decimal sign.')).toBeVisible();
  await amount.fill('1,5x');
  await amount.press('Enter');
  await expect(page.getByText('This cannot be read as a number.')).toBeVisible();
  await look(page, 'typed-filter-refused');
  await page.mouse.click(5, 400);
  await expect(amount).toHaveValue('1,5x');
  await expect(rows).toHaveText(['Large']);
  await amount.fill('0,5k');
  await expect(page.getByText('= 500')).toBeVisible();
  await expect(rows).toHaveCount(2);
});

test('stages: a likelihood and a number of days that are none are refused, and nothing is put in their place', async ({ page, owner: _owner }) => {
  await page.goto('/settings/pipelines');
  const probability = page.getByRole('textbox', { name: 'Probability of Qualified' });
  const before = await probability.inputValue();
  for (const [typed, why] of [['', 'Fill this in.'], ['101', 'Write a number from 0 to 100.'], ['ten', 'Write a whole number.']] as const) {
    await probability.fill(typed);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(why)).toBeVisible();
    await expect(probability).toHaveValue(typed);
  }
  await look(page, 'typed-stage-refused');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(probability).toHaveValue(before);
});

test('in German the same amounts are read, and a point between groups is said to be one @once', async ({ page, api, owner: _owner }) => {
  const { user } = await api.get<{ user: { version: number } }>('/session');
  await api.patch('/user', { locale: 'de', numberFormat: 'pointComma', version: user.version });
  const [deal] = await addDeals(api, await defaultPipeline(api), ['Motor Nr. 2']);
  await page.goto(`/deals/${deal?.id}`);
  const amount = page.getByRole('textbox', { name: 'Betrag' });
  for (const [typed, understood, saved] of [['12,345.00', '12.345,00 €', '12345.00'], ['1.234', '1.234,00 €', '1234.00'], ['1.234,50 €', '1.234,50 €', '1234.50'], ['2,5 Mio', '2.500.000,00 €', '2500000.00']] as const) {
    await page.getByRole('button', { name: /^Betrag: / }).press('Enter');
    await amount.fill(typed);
    await expect(page.getByText(`= ${understood}`)).toBeVisible();
    await amount.press('Enter');
    await expect(amount).toBeHidden();
    await expect.poll(() => amountOf(api, deal)).toEqual({ amount: saved, currency: 'EUR' });
  }
});
