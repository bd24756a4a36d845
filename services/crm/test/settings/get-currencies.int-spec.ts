import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { person, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.stop());

describe('GetCurrencies: OK', () => {
  it.each([['US', 'USD'], ['NZ', 'NZD'], ['DE', 'EUR'], ['', 'EUR']])('a new workspace in %j begins with %s', async (country, defaultCurrency) => {
    const ada = await person(crm, { country });
    expect((await crm.client(SettingsServiceService).getCurrencies({}, ada)).currencies).toMatchObject({ defaultCurrency, rates: [] });
  });

  it('the currency stays when the workspace moves', async () => {
    const ada = await person(crm, { country: 'US' });
    const settings = crm.client(SettingsServiceService);
    await settings.getCurrencies({}, ada);
    const moved = { ...ada, token: await crm.tokens.sign({ userId: ada.userId, workspaceId: ada.workspaceId, country: 'DE' }) };
    expect((await settings.getCurrencies({}, moved)).currencies).toMatchObject({ defaultCurrency: 'USD' });
  });
});
