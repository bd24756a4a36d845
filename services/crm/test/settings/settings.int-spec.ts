import { randomUUID } from 'node:crypto';
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
  const update = (version: number, defaultCurrency: string, rates: { currency: string; rate: string }[], who = ada) => settings.updateCurrencies({ currencies: { defaultCurrency, rates, version } }, who);

  it('begin with one and no rates, and are kept exactly', async () => {
    expect((await settings.getCurrencies({}, ada)).currencies).toEqual({ defaultCurrency: 'EUR', rates: [], version: 1 });
    const { currencies } = await update(1, 'CHF', [{ currency: 'USD', rate: '0.8800' }, { currency: 'EUR', rate: '0.9512345678' }]);
    expect(currencies).toEqual({ defaultCurrency: 'CHF', rates: [{ currency: 'EUR', rate: '0.9512345678' }, { currency: 'USD', rate: '0.88' }], version: 2 });
    expect((await settings.getCurrencies({}, ada)).currencies).toEqual(currencies);
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
    await expect(update(7, 'EUR', [])).rejects.toMatchObject({ code: 'STALE_VERSION', details: { current: expect.stringContaining('"version":1') } });
    await expect(update(1, 'EUR', [], await person(crm, { workspaceId: ada.workspaceId, role: 'member' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});

describe('lost reasons', () => {
  const names = (reasons: { name: string }[]): string[] => reasons.map(({ name }) => name);

  it('are six to begin with, then what people make of them; those that are gone are archived', async () => {
    const { lostReasons: usual } = await settings.listLostReasons({ includeArchived: false }, ada);
    expect(usual).toHaveLength(6);
    const [first, second] = [usual[0]!, usual[1]!];
    // Two names change places.
    const wanted = [{ id: second.id, name: first.name, archived: false }, { id: first.id, name: second.name, archived: false }, { id: '', name: 'Went elsewhere', archived: false }];
    const { lostReasons } = await settings.updateLostReasons({ lostReasons: wanted }, ada);
    expect(names(lostReasons)).toEqual([first.name, second.name, 'Went elsewhere']);
    expect(lostReasons.slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id]);
    const { lostReasons: all } = await settings.listLostReasons({ includeArchived: true }, ada);
    expect([all.length, all.filter(({ archived }) => archived).length]).toEqual([7, 4]);
  });

  it('refuse what is wrong, and members', async () => {
    const change = (reasons: { id: string; name: string }[], who = ada) => settings.updateLostReasons({ lostReasons: reasons.map((reason) => ({ ...reason, archived: false })) }, who);
    await expect(change([])).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'items'));
    await expect(change([{ id: randomUUID(), name: 'A' }])).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'items[0].id'));
    await expect(change([{ id: '', name: 'A' }, { id: '', name: 'a' }])).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'items[1].name'));
    await expect(change([{ id: '', name: 'Straße' }, { id: '', name: 'strasse' }])).rejects.toMatchObject({ kind: 'alreadyExists' });
    await expect(change([{ id: '', name: 'A' }], await person(crm, { workspaceId: ada.workspaceId, role: 'member' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
