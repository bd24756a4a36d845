import type { Database } from '@crm-vision/common/database';
import type { MemberDirectory } from './members/members.service.js';
import type { Quotas } from './quotas/quota.js';

/** What the service is made of; made once at the start, handed to the features. */
export interface CrmParts {
  database: Database;
  members: MemberDirectory;
  /** Of each workspace. */
  quotas: Quotas;
}
