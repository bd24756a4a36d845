import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import type { Usage } from './quota.js';
import { USED } from './usage-statements.js';

@Injectable()
export class UsageRepository {
  constructor(private readonly database: Database) {}

  async get(workspaceId: string): Promise<Usage> {
    const [usage] = await this.database.readByKey<Usage>(workspaceId, USED);
    if (!usage) throw new Error('A sum has one row.');
    return usage;
  }
}
