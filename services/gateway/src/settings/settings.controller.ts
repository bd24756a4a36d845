import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { shortPage } from '../http/short-lists.js';
import { Caller } from '../sessions/caller.js';
import type { LiveSession } from '../sessions/session-cache.js';
import { lostReasonOrders } from './settings.dto.js';
import { fromCurrencies, fromKnownCurrencies, fromLostReasons, fromPreview, toCurrencies, toLostReasons } from './settings.mapper.js';
import * as routes from './settings.routes.js';

@Controller()
export class SettingsController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.getCurrencies)
  async getCurrencies() {
    return fromKnownCurrencies(await this.crm.settings.getCurrencies({}));
  }

  @Handle(routes.updateCurrencies, { current: fromCurrencies })
  async updateCurrencies(@Input() { body }: In<typeof routes.updateCurrencies>) {
    return fromCurrencies((await this.crm.settings.updateCurrencies(toCurrencies(body))).currencies);
  }

  @Handle(routes.previewCurrencies)
  async previewCurrencies(@Input() { body }: In<typeof routes.previewCurrencies>) {
    return fromPreview(await this.crm.settings.previewCurrencies(toCurrencies(body)));
  }

  @Handle(routes.listLostReasons)
  async listLostReasons(@Input() { query }: In<typeof routes.listLostReasons>, @Caller() { workspace }: LiveSession) {
    const { lostReasons } = await this.crm.settings.listLostReasons({ includeArchived: query.includeArchived === 'true' });
    return shortPage(fromLostReasons(lostReasons).items, query, { belongsTo: ['lost-reasons', workspace.id], orders: lostReasonOrders, idOf: ({ id }) => id });
  }

  @Handle(routes.updateLostReasons)
  async updateLostReasons(@Input() { body }: In<typeof routes.updateLostReasons>) {
    return fromLostReasons((await this.crm.settings.updateLostReasons({ lostReasons: toLostReasons(body) })).lostReasons);
  }
}
