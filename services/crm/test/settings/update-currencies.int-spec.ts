import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let settings: GrpcClient<typeof SettingsServiceService>;

beforeAll(async () => {
  crm = await startCrm();
  settings = crm.client(SettingsServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
});
afterAll(() => crm.stop());

describe('currencies', () => {
  const update = (version: number, defaultCurrency: string, rates: { currency: string; rate: string }[], who = ada) =>
    settings.updateCurrencies({ currencies: { defaultCurrency, rates, version }, convertRates: false }, who);

  it('begin with one and no rates, and are kept exactly', async () => {
    expect((await settings.getCurrencies({}, ada)).currencies).toEqual({ defaultCurrency: 'EUR', rates: [], version: 1 });
    const { currencies } = await update(1, 'CHF', [{ currency: 'USD', rate: '0.8800' }, { currency: 'EUR', rate: '0.9512345678' }]);
    expect(currencies).toEqual({ defaultCurrency: 'CHF', rates: [{ currency: 'EUR', rate: '0.9512345678' }, { currency: 'USD', rate: '0.88' }], version: 2 });
    expect((await settings.getCurrencies({}, ada)).currencies).toEqual(currencies);
  });

  it('are converted to another currency, unless rates are named', async () => {
    await settings.getCurrencies({}, ada);
    await update(1, 'EUR', [{ currency: 'USD', rate: '0.92' }, { currency: 'GBP', rate: '1.17' }, { currency: 'JPY', rate: '0.0061' }]);
    const { currencies } = await settings.updateCurrencies({ currencies: { defaultCurrency: 'USD', rates: [], version: 2 }, convertRates: true }, ada);
    const converted = [{ currency: 'EUR', rate: '1.087' }, { currency: 'GBP', rate: '1.2717' }, { currency: 'JPY', rate: '0.0066304' }];
    expect(currencies).toEqual({ defaultCurrency: 'USD', rates: converted, version: 3 });
    expect((await settings.updateCurrencies({ currencies: { defaultCurrency: 'USD', rates: [], version: 3 }, convertRates: true }, ada)).currencies?.rates).toEqual(converted);
    expect((await settings.updateCurrencies({ currencies: { defaultCurrency: 'SEK', rates: [], version: 4 }, convertRates: true }, ada)).currencies?.rates).toEqual([]);
  });

  it('are converted as they are being edited', async () => {
    await settings.getCurrencies({}, ada);
    const rates = [{ currency: 'USD', rate: '0.92' }, { currency: 'GBP', rate: '1.17' }];
    const { currencies } = await settings.updateCurrencies({ currencies: { defaultCurrency: 'GBP', rates, version: 1 }, convertRates: true }, ada);
    expect(currencies?.rates).toEqual([{ currency: 'EUR', rate: '0.8547' }, { currency: 'USD', rate: '0.78632' }]);
    const wrong = { currencies: { defaultCurrency: 'XXX', rates, version: 2 }, convertRates: true };
    await expect(settings.updateCurrencies(wrong, ada)).rejects.toEqual(refusal('invalid', 'UNKNOWN_CURRENCY', 'defaultCurrency'));
  });

  it('come with every currency there is and its digits by ISO 4217', async () => {
    const { known } = await settings.getCurrencies({}, ada);
    expect(new Set(known.map(({ currency }) => currency)).size).toBe(known.length);
    expect(known).toEqual(expect.arrayContaining([
      { currency: 'HUF', digits: 2 }, { currency: 'IQD', digits: 3 }, { currency: 'ISK', digits: 0 }, { currency: 'UYW', digits: 4 },
    ]));
  });

  it('are told to open boards, whose sums they change', async () => {
    await settings.getCurrencies({}, ada);
    await update(1, 'USD', []);
    expect(await crm.testDatabase.sql("select record_kind from crm.outbox_event where workspace_id = $1 and topic = 'currencies.updated'", [ada.workspaceId])).toEqual([{ record_kind: 'pipeline' }]);
  });

  it('are audited, and not undone by a change set', async () => {
    await settings.getCurrencies({}, ada);
    await update(1, 'EUR', [{ currency: 'USD', rate: '0.9' }]);
    const [entry] = await crm.testDatabase.sql<{ change_set_id: string }>("select change_set_id, before, after from crm.audit_entry where workspace_id = $1 and record_kind = 'settings'", [ada.workspaceId]);
    expect(entry).toMatchObject({ before: { currencies: { rates: {} } }, after: { currencies: { rates: { USD: '0.9' } } } });
    expect(await crm.client(RecordServiceService).undoChangeSet({ id: entry!.change_set_id }, ada)).toMatchObject({ reverted: 0, kept: [] });
  });

  it('refuse what is unknown, out of range, old, or not asked by an admin', async () => {
    await settings.getCurrencies({}, ada);
    await expect(update(1, 'XXX', [])).rejects.toEqual(refusal('invalid', 'UNKNOWN_CURRENCY', 'defaultCurrency'));
    await expect(update(1, 'EUR', [{ currency: 'USD', rate: '0' }])).rejects.toEqual(refusal('invalid', 'RATE_OUT_OF_RANGE', 'rates[0].rate'));
    await expect(update(1, 'USD', [{ currency: 'USD', rate: '0.92' }])).rejects.toEqual(refusal('invalid', 'RATE_OUT_OF_RANGE', 'rates[0].rate'));
    await expect(update(7, 'EUR', [])).rejects.toMatchObject({ code: 'STALE_VERSION', details: { current: expect.stringContaining('"version":1') } });
    await expect(update(1, 'EUR', [], await person(crm, { workspaceId: ada.workspaceId, role: 'member' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
