import { Quota, type QuotaUsage } from '@crm-vision/proto/crm_vision/crm/usage/v1/usage';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { Crm } from '../clients.js';
import { Handle } from '../http/handle.js';
import type * as dto from './usage.dto.js';
import * as routes from './usage.routes.js';

type Items = z.output<typeof dto.usage>['items'];

const names = new Map<Quota, Items[number]['quota']>([[Quota.QUOTA_RECORDS, 'records'], [Quota.QUOTA_BYTES, 'bytes'], [Quota.QUOTA_EVENTS, 'events']]);

@Controller()
export class UsageController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.getUsage)
  async getUsage() {
    return { items: (await this.crm.usage.getUsage({})).quotas.flatMap(fromQuota) };
  }
}

/** One that this release does not know yet is left out. */
function fromQuota({ quota, used, max }: QuotaUsage): Items {
  const name = names.get(quota);
  return name ? [{ quota: name, used: Number(used), limit: Number(max) }] : [];
}
