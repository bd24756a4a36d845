import { currentActor } from '@crm-vision/common/context';
import {
  type GetCurrenciesRequest, type GetCurrenciesResponse, type ListLostReasonsRequest, type ListLostReasonsResponse, type PreviewCurrenciesRequest,
  type PreviewCurrenciesResponse, type SettingsServiceController, SettingsServiceControllerMethods, type UpdateCurrenciesRequest, type UpdateCurrenciesResponse, type UpdateLostReasonsRequest, type UpdateLostReasonsResponse,
} from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { Controller } from '@nestjs/common';
import { knownCurrencies } from '../money/currency.js';
import { toCurrenciesDraft, toCurrenciesMessage, toLostReasonDrafts, toLostReasonMessage, toPreviewMessage } from './settings.mapper.js';
import { SettingsService } from './settings.service.js';

@Controller()
@SettingsServiceControllerMethods()
export class SettingsController implements SettingsServiceController {
  constructor(private readonly settings: SettingsService) {}

  async getCurrencies(_request: GetCurrenciesRequest): Promise<GetCurrenciesResponse> {
    return { currencies: toCurrenciesMessage(await this.settings.getCurrencies(currentActor())), known: [...knownCurrencies] };
  }

  async updateCurrencies({ currencies, convertRates }: UpdateCurrenciesRequest): Promise<UpdateCurrenciesResponse> {
    const saved = await this.settings.updateCurrencies(currentActor(), currencies?.version ?? 0, toCurrenciesDraft(currencies, convertRates));
    return { currencies: toCurrenciesMessage(saved) };
  }

  async previewCurrencies({ currencies, convertRates }: PreviewCurrenciesRequest): Promise<PreviewCurrenciesResponse> {
    return toPreviewMessage(await this.settings.previewCurrencies(currentActor(), toCurrenciesDraft(currencies, convertRates)));
  }

  async listLostReasons({ includeArchived }: ListLostReasonsRequest): Promise<ListLostReasonsResponse> {
    return { lostReasons: (await this.settings.listLostReasons(currentActor(), { includeArchived })).map(toLostReasonMessage) };
  }

  async updateLostReasons({ lostReasons }: UpdateLostReasonsRequest): Promise<UpdateLostReasonsResponse> {
    return { lostReasons: (await this.settings.updateLostReasons(currentActor(), toLostReasonDrafts(lostReasons))).map(toLostReasonMessage) };
  }
}
