import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@crm-vision/common/context';
import { StaleVersionError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { WorkspaceSetup } from '../setup/workspace-setup.service.js';
import type { Act } from '../writes/act.js';
import { Writes } from '../writes/writes.service.js';
import { type Currencies, type CurrenciesChoice, type CurrenciesDraft, choose, formerRates } from './currencies.js';
import { type CurrenciesPreview, previewOf } from './currencies-preview.js';
import { checkLostReasons, type LostReason, type LostReasonDraft } from './lost-reasons.js';
import { toCurrenciesMessage } from './settings.mapper.js';
import { lockCurrencies, saveCurrencies, saveLostReasons, SettingsRepository } from './settings.repository.js';

@Injectable()
export class SettingsService {
  constructor(
    private readonly settings: SettingsRepository,
    private readonly setup: WorkspaceSetup,
    private readonly writes: Writes,
  ) {}

  async getCurrencies(actor: Actor): Promise<Currencies> {
    requirePermission(actor, 'records.read');
    const found = await this.settings.findCurrencies(actor);
    if (found) return found;
    await this.setup.run(actor);
    return this.getCurrencies(actor);
  }

  /** What a choice would change, before it is saved. */
  async previewCurrencies(actor: Actor, choice: CurrenciesDraft): Promise<CurrenciesPreview> {
    requirePermission(actor, 'settings.write');
    const current = await this.getCurrencies(actor);
    return previewOf(current, choose(current, choice), await this.settings.listWorth(actor));
  }

  async updateCurrencies(actor: Actor, version: number, choice: CurrenciesDraft): Promise<Currencies> {
    requirePermission(actor, 'settings.write');
    await this.getCurrencies(actor);
    const { result } = await this.writes.run(actor, 'settings', async (act) => {
      // A new rate counts the worth of every open deal anew.
      await act.transaction.allowSeconds(30);
      const current = await lockCurrencies(act.transaction);
      if (current?.version !== version) throw new StaleVersionError(current && toCurrenciesMessage(current));
      return this.save(act, current, choose(current, choice));
    });
    return result;
  }

  /** Changes rates within an act, while nobody else changes settings. */
  async changeRates(act: Act, change: (rates: Currencies['rates'], defaultCurrency: string) => Currencies['rates']): Promise<void> {
    const current = await lockCurrencies(act.transaction);
    if (!current) throw new Error('The workspace has no settings.');
    const { defaultCurrency, rates } = current;
    const wanted = change(rates, defaultCurrency);
    if (!isDeepStrictEqual(wanted, rates)) await this.save(act, current, { defaultCurrency, rates: wanted });
  }

  private async save(act: Act, current: Currencies, choice: CurrenciesChoice): Promise<Currencies> {
    const { version: _version, ...before } = current;
    const after = { ...choice, formerRates: formerRates(current, choice) };
    const saved = await saveCurrencies(act.transaction, act.actor.userId, after);
    act.noteSettings('currencies', saved.version, before, after);
    // Sums on every open board are other ones now.
    act.announce('currencies.updated', { kind: 'pipeline', id: act.actor.workspaceId });
    return saved;
  }

  async listLostReasons(actor: Actor, { includeArchived }: { includeArchived: boolean }): Promise<LostReason[]> {
    requirePermission(actor, 'records.read');
    const reasons = await this.settings.listLostReasons(actor);
    if (reasons.length > 0) return includeArchived ? reasons : reasons.filter(({ archived }) => !archived);
    await this.setup.run(actor);
    return this.settings.listLostReasons(actor);
  }

  async updateLostReasons(actor: Actor, drafts: readonly LostReasonDraft[]): Promise<LostReason[]> {
    requirePermission(actor, 'settings.write');
    await this.getCurrencies(actor);
    const { result } = await this.writes.run(actor, 'settings', async (act) => {
      const current = await lockCurrencies(act.transaction);
      const before = await this.settings.listLostReasons(actor);
      const wanted = checkLostReasons(drafts, new Set(before.map(({ id }) => id)));
      await saveLostReasons(act.transaction, wanted);
      const after = await this.settings.listLostReasons(actor);
      act.noteSettings('lost_reasons', current?.version ?? 1, { reasons: before }, { reasons: after });
      return after.filter(({ archived }) => !archived);
    });
    return result;
  }
}
