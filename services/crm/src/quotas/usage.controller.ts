import { currentActor } from '@crm-vision/common/context';
import { type GetUsageRequest, type GetUsageResponse, Quota, type UsageServiceController, UsageServiceControllerMethods } from '@crm-vision/proto/crm_vision/crm/usage/v1/usage';
import { Controller } from '@nestjs/common';
import type { QuotaName } from './quota.js';
import { UsageService } from './usage.service.js';

const messages: Readonly<Record<QuotaName, Quota>> = { records: Quota.QUOTA_RECORDS, bytes: Quota.QUOTA_BYTES, events: Quota.QUOTA_EVENTS };

@Controller()
@UsageServiceControllerMethods()
export class UsageController implements UsageServiceController {
  constructor(private readonly usage: UsageService) {}

  async getUsage(_request: GetUsageRequest): Promise<GetUsageResponse> {
    const quotas = await this.usage.get(currentActor());
    return { quotas: quotas.map(({ quota, used, max }) => ({ quota: messages[quota], used: String(used), max: String(max) })) };
  }
}
