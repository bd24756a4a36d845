import type { Actor } from '@crm-vision/common/context';
import { Inject, Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { type QuotaName, quotaNames, QUOTAS, type Quotas, quotasFor } from './quota.js';
import { UsageRepository } from './usage.repository.js';

export interface QuotaUse {
  quota: QuotaName;
  used: number;
  max: number;
}

@Injectable()
export class UsageService {
  constructor(
    private readonly usage: UsageRepository,
    @Inject(QUOTAS) private readonly quotas: Quotas,
  ) {}

  async get(actor: Actor): Promise<QuotaUse[]> {
    requirePermission(actor, 'settings.write');
    const usage = await this.usage.get(actor.workspaceId);
    const quotas = quotasFor(this.quotas, usage);
    return quotaNames.map((quota) => ({ quota, used: usage[quota], max: quotas[quota] }));
  }
}
