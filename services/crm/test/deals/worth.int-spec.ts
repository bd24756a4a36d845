import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Deal, DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { currencyDigits, isCurrency, unusualDigits } from '../../src/money/currency.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { dealInput, defaultPipeline, makeDeal, moveRequest } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;
let settings: GrpcClient<typeof SettingsServiceService>;
let records: GrpcClient<typeof RecordServiceService>;
let stage: (name: string) => Stage;

type Rates = Record<string, string>;
const choice = (defaultCurrency: string, rates: Rates, version = 0) =>
  ({ currencies: { defaultCurrency, rates: Object.entries(rates).map(([currency, rate]) => ({ currency, rate })), version }, convertRates: false });

async function save(defaultCurrency: string, rates: Rates | null): Promise<void> {
  const { currencies } = await settings.getCurrencies({}, ada);
  await settings.updateCurrencies({ ...choice(defaultCurrency, rates ?? {}, currencies!.version), convertRates: rates === null }, ada);
}

const usd = (amount: string) => ({ amount: { amount, currency: 'USD' } });
const wonAt = (fields: Parameters<typeof dealInput>[0]): Promise<Deal> => makeDeal(deals, ada, fields, stage('Won').id);
const get = async ({ id }: Pick<Deal, 'id'>): Promise<Deal> => (await deals.getDeal({ id }, ada)).deal!;
const worth = async (deal: Pick<Deal, 'id'>): Promise<string | undefined> => (await get(deal)).worth?.amount;
const moved = async (deal: Deal, name: string): Promise<Deal> => (await deals.moveDeal(moveRequest(await get(deal), stage(name).id, { lostReasonText: name === 'Lost' ? 'gone' : '' }), ada)).deal!;

/** The sum and the missing rates of a column, from the rollup and from the deals, which must agree. */
async function column(name: string): Promise<[string | undefined, string[]]> {
  const all = { and: undefined, or: undefined, condition: { field: 'createdAt', op: 'isNotNull', values: [] } };
  const [kept, counted] = await Promise.all([undefined, all].map(async (filter) => {
    const { columns } = await deals.getBoard({ pipelineId: '', filter, limit: 0 }, ada);
    const { sum, weightedSum, missingRates, count } = columns.find((candidate) => candidate.stage?.name === name)!;
    return { sum: sum?.amount, weighted: weightedSum?.amount, missingRates, count };
  }));
  expect(kept).toEqual(counted);
  return [kept?.sum, kept!.missingRates];
}

beforeAll(async () => {
  crm = await startCrm();
  deals = crm.client(DealServiceService);
  settings = crm.client(SettingsServiceService);
  records = crm.client(RecordServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
  ({ stage } = await defaultPipeline(crm, ada));
  await save('EUR', { USD: '0.9' });
});
/** Nothing that is kept beside the deals ever differs from what the deals say. */
afterEach(async () => {
  const [row] = await crm.testDatabase.sql(`with recount as (select stage_id, coalesce(currency, ''), coalesce(closed_rate_to, ''), count(*), coalesce(sum(amount), 0), coalesce(sum(amount * closed_rate), 0)
      from crm.deal where workspace_id = $1 and deleted_at is null group by 1, 2, 3),
    kept as (select stage_id, currency, frozen_to, deal_count, amount_sum, frozen_sum from crm.stage_rollup where workspace_id = $1 and deal_count <> 0)
    select (select count(*)::int from (select * from recount except select * from kept) x) + (select count(*)::int from (select * from kept except select * from recount) y) as rollups,
      (select count(*)::int from crm.deal d join crm.workspace_settings w using (workspace_id) left join crm.deal_worth v on v.deal_id = d.id where d.workspace_id = $1
        and (v.live, v.worth) is distinct from (d.deleted_at is null, crm.worth(d.amount, d.currency, case when d.status = 'open' then crm.rate_to(d.currency, w.default_currency, w.rates)
          else d.closed_rate * crm.rate_to(d.closed_rate_to, w.default_currency, w.former_rates) end))) as worths`, [ada.workspaceId]);
  expect(row).toEqual({ rollups: 0, worths: 0 });
});
afterAll(() => crm.stop());

describe('a closed deal keeps its worth', () => {
  it('when a rate is edited, while open ones follow', async () => {
    const [won, open] = [await wonAt(usd('1000.00')), await makeDeal(deals, ada, usd('1000.00'))];
    await save('EUR', { USD: '0.5' });
    expect([await worth(won), await worth(open)]).toEqual(['900.00', '500.00']);
    expect([await column('Won'), await column('Qualified')]).toEqual([['900.00', []], ['500.00', []]]);
    await save('EUR', {});
    expect([await worth(won), await worth(open)]).toEqual(['900.00', undefined]);
    expect([await column('Won'), await column('Qualified')]).toEqual([['900.00', []], ['0.00', ['USD']]]);
  });

  it('until it is reopened, and takes the rate of its next closing', async () => {
    const won = await wonAt(usd('1000.00'));
    await save('EUR', { USD: '0.5' });
    const reopened = await moved(won, 'Meeting');
    expect(reopened.worth?.amount).toBe('500.00');
    await save('EUR', { USD: '0.4' });
    expect((await moved(reopened, 'Lost')).worth?.amount).toBe('400.00');
    expect(await column('Lost')).toEqual(['400.00', []]);
  });

  it('when its amount is edited, and takes the rate of another currency with that currency', async () => {
    const won = await wonAt(usd('1000.00'));
    await save('EUR', { USD: '0.5', GBP: '1.2' });
    const edit = async (fields: Parameters<typeof dealInput>[0]) => (await deals.updateDeal({ id: won.id, version: (await get(won)).version, input: dealInput({ name: undefined, ...fields }) }, ada));
    expect((await edit(usd('2000.00'))).deal?.worth?.amount).toBe('1800.00');
    const { deal, changeSetId } = await edit({ amount: { amount: '100.00', currency: 'GBP' } });
    expect(deal?.worth?.amount).toBe('120.00');
    await records.undoChangeSet({ id: changeSetId }, ada);
    expect(await worth(won)).toBe('1800.00');
  });

  it('when its amount is emptied and comes back by undo', async () => {
    const lost = await moved(await makeDeal(deals, ada, usd('1000.00')), 'Lost');
    await save('EUR', { USD: '0.5' });
    const { deal, changeSetId } = await deals.updateDeal({ id: lost.id, version: lost.version, input: dealInput({ name: undefined, clear: ['amount'] }) }, ada);
    expect([deal?.worth, await column('Lost')]).toEqual([undefined, ['0.00', []]]);
    await records.undoChangeSet({ id: changeSetId }, ada);
    expect(await column('Lost')).toEqual(['900.00', []]);
  });

  it('through undo: of the closing it is open again, of the reopening it has the rate back that it had', async () => {
    const deal = await makeDeal(deals, ada, usd('1000.00'));
    const closing = await deals.moveDeal(moveRequest(deal, stage('Won').id), ada);
    await save('EUR', { USD: '0.5' });
    const reopening = await deals.moveDeal(moveRequest(closing.deal!, stage('Meeting').id), ada);
    expect(reopening.deal?.worth?.amount).toBe('500.00');
    await records.undoChangeSet({ id: reopening.changeSetId }, ada);
    expect([await worth(deal), await column('Won')]).toEqual(['900.00', ['900.00', []]]);
    const again = await deals.moveDeal(moveRequest(await get(deal), stage('Won').id, { input: dealInput({ name: undefined, ...usd('1.00') }) }), ada);
    await records.undoChangeSet({ id: again.changeSetId }, ada);
    const next = await makeDeal(deals, ada, usd('10.00'));
    const { changeSetId } = await deals.moveDeal(moveRequest(next, stage('Won').id), ada);
    await records.undoChangeSet({ id: changeSetId }, ada);
    expect([await worth(next), await column('Qualified')]).toEqual(['5.00', ['5.00', []]]);
  });

  it('in the bin and when it comes back from there, also after rates and the currency have changed', async () => {
    const won = await wonAt(usd('1000.00'));
    await records.deleteRecords({ kind: RecordKind.RECORD_KIND_DEAL, ids: [won.id] }, ada);
    await save('EUR', { USD: '0.5' });
    await save('USD', { EUR: '2' });
    expect(await column('Won')).toEqual(['0.00', []]);
    await records.restoreRecord({ kind: RecordKind.RECORD_KIND_DEAL, id: won.id }, ada);
    expect([await worth(won), await column('Won')]).toEqual(['1800.00', ['1800.00', []]]);
  });

  it('when many are assigned at once', async () => {
    const won = await Promise.all(Array.from({ length: 5 }, () => wonAt(usd('1000.00'))));
    await save('EUR', { USD: '0.5' });
    await records.assignRecords({ kind: RecordKind.RECORD_KIND_DEAL, ids: won.map(({ id }) => id), ownerId: '' }, ada);
    expect(await column('Won')).toEqual(['4500.00', []]);
  });

  it('from the first rate that becomes known, when it closed without one; until then it is missing by name', async () => {
    const won = await wonAt({ amount: { amount: '100.00', currency: 'CHF' } });
    expect([await worth(won), await column('Won')]).toEqual([undefined, ['0.00', ['CHF']]]);
    await save('EUR', { CHF: '1.1' });
    await save('EUR', { CHF: '0.7' });
    expect([await worth(won), await column('Won')]).toEqual(['110.00', ['110.00', []]]);
  });
});

describe('another currency of the workspace', () => {
  it('converts what is frozen once, by the rate of the change, and gives it back exactly', async () => {
    await wonAt(usd('1000.00'));
    await save('EUR', { USD: '0.92' });
    await save('USD', null);
    expect(await column('Won')).toEqual(['978.30', []]);
    await save('USD', { EUR: '3' });
    expect(await column('Won')).toEqual(['978.30', []]);
    await wonAt(usd('10.00'));
    expect(await column('Won')).toEqual(['988.30', []]);
    // The first is EUR 900.00 again; the second was USD 10.00 at a third.
    await save('EUR', { USD: '0.5' });
    expect(await column('Won')).toEqual(['905.00', []]);
  });

  it('leaves what is frozen out by name until the rate of the former currency is known, which stays', async () => {
    await wonAt(usd('1000.00'));
    await save('SEK', {});
    expect(await column('Won')).toEqual(['0.00', ['EUR']]);
    await save('SEK', { EUR: '11' });
    await save('SEK', { EUR: '12' });
    expect(await column('Won')).toEqual(['9900.00', []]);
  });

  it('restores a rate that was frozen before the change by undo of a reopening', async () => {
    const won = await wonAt(usd('1000.00'));
    const { changeSetId } = await deals.moveDeal(moveRequest(won, stage('Meeting').id), ada);
    await save('GBP', { EUR: '0.8', USD: '0.7' });
    expect(await worth(won)).toBe('700.00');
    await records.undoChangeSet({ id: changeSetId }, ada);
    expect(await worth(won)).toBe('720.00');
  });

  it('is shown before it is saved, and then is what was shown', async () => {
    await wonAt(usd('1000.00'));
    await makeDeal(deals, ada, { amount: { amount: '100.00', currency: 'GBP' } });
    await makeDeal(deals, ada, { amount: { amount: '50.00', currency: 'CHF' } });
    await makeDeal(deals, ada);
    await save('EUR', { USD: '0.92', GBP: '1.17' });
    const preview = await settings.previewCurrencies({ ...choice('USD', {}), convertRates: true }, ada);
    expect(preview.currencies?.rates).toEqual([{ currency: 'EUR', rate: '1.087' }, { currency: 'GBP', rate: '1.2717' }]);
    const money = (amount: string, currency: string) => ({ amount, currency });
    expect([preview.open, preview.closed]).toEqual([
      { count: 3, before: money('117.00', 'EUR'), after: money('127.17', 'USD'), missingBefore: ['CHF'], missingAfter: ['CHF'] },
      { count: 1, before: money('900.00', 'EUR'), after: money('978.30', 'USD'), missingBefore: [], missingAfter: [] },
    ]);
    expect((await settings.getCurrencies({}, ada)).currencies?.defaultCurrency).toBe('EUR');
    await save('USD', null);
    expect([await column('Qualified'), await column('Won')]).toEqual([['127.17', ['CHF']], ['978.30', []]]);
  });

  it('is shown to owners and admins only, with the field that is wrong', async () => {
    await expect(settings.previewCurrencies(choice('XXX', {}), ada)).rejects.toEqual(refusal('invalid', 'UNKNOWN_CURRENCY', 'defaultCurrency'));
    const member = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
    await expect(settings.previewCurrencies(choice('EUR', {}), member)).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});

describe('worth', () => {
  it('is exact whatever digits the currencies have', async () => {
    await save('KWD', { JPY: '0.002', CLF: '13.5', USD: '0.3' });
    const of = async (amount: string, currency: string) => (await makeDeal(deals, ada, { amount: { amount, currency } })).worth?.amount;
    expect([await of('1', 'JPY'), await of('0.0001', 'CLF'), await of('999999999999.99', 'USD'), await of('1.001', 'KWD')]).toEqual(['0.002', '0.001', '299999999999.997', '1.001']);
    await save('JPY', { KWD: '500', USD: '150.5' });
    expect([await of('0.001', 'KWD'), await of('10.01', 'USD')]).toEqual(['1', '1507']);
  });

  it('counts digits as ISO 4217 does, in the database as in the code', async () => {
    const codes = [...unusualDigits.flatMap(({ currencies }) => currencies), ...Intl.supportedValuesOf('currency').filter(isCurrency)];
    const rows = await crm.testDatabase.sql<{ code: string; digits: number }>('select code, crm.currency_digits(code) as digits from unnest($1::text[]) as code', [codes]);
    expect(rows.length).toBeGreaterThan(150);
    expect(rows).toEqual(codes.map((code) => ({ code, digits: currencyDigits(code) })));
  });

  it('is never left by rates that are gone, with many who write while rates change', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, (_, index) => makeDeal(deals, ada, usd(`${index + 1}00.00`))));
    const writers = made.map(async (deal, index) => {
      const closed = await moved(deal, index % 2 ? 'Won' : 'Proposal');
      await deals.updateDeal({ id: deal.id, version: closed.version, input: dealInput({ name: undefined, ...usd(`${index + 5}00.00`) }) }, ada);
      await makeDeal(deals, ada, usd('5.00'));
    });
    const changer = (async () => { for (const rate of ['0.8', '0.7', '0.6', '0.95']) await save('EUR', { USD: rate }); })();
    await Promise.all([...writers, changer]);
  });
});
