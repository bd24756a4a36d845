import { currentActor } from '@crm-vision/common/context';
import {
  type GetCurrenciesRequest, type GetCurrenciesResponse, type ListLostReasonsRequest, type ListLostReasonsResponse, type SettingsServiceController,
  SettingsServiceControllerMethods, type UpdateCurrenciesRequest, type UpdateCurrenciesResponse, type UpdateLostReasonsRequest, type UpdateLostReasonsResponse,
} from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { Controller } from '@nestjs/common';
import { toCurrenciesMessage, toLostReasonDrafts, toLostReasonMessage } from './settings.mapper.js';
import { SettingsService } from './settings.service.js';

@Controller()
@SettingsServiceControllerMethods()
export class SettingsController implements SettingsServiceController {
  constructor(private readonly settings: SettingsService) {}

  async getCurrencies(_request: GetCurrenciesRequest): Promise<GetCurrenciesResponse> {
    return { currencies: toCurrenciesMessage(await this.settings.getCurrencies(currentActor())) };
  }

  async updateCurrencies({ currencies }: UpdateCurrenciesRequest): Promise<UpdateCurrenciesResponse> {
    const { defaultCurrency = '', rates = [], version = 0 } = currencies ?? {};
    return { currencies: toCurrenciesMessage(await this.settings.updateCurrencies(currentActor(), version, defaultCurrency, rates)) };
  }

  async listLostReasons({ includeArchived }: ListLostReasonsRequest): Promise<ListLostReasonsResponse> {
    return { lostReasons: (await this.settings.listLostReasons(currentActor(), { includeArchived })).map(toLostReasonMessage) };
  }

  async updateLostReasons({ lostReasons }: UpdateLostReasonsRequest): Promise<UpdateLostReasonsResponse> {
    return { lostReasons: (await this.settings.updateLostReasons(currentActor(), toLostReasonDrafts(lostReasons))).map(toLostReasonMessage) };
  }
}
