import type { Logger } from '@crm-vision/common/logging';
import { Inject, Injectable } from '@nestjs/common';
import { memberChanges, signIns, signUps } from './metrics.js';
import { LOGGER } from './parts.js';

export type SignInOutcome = 'ok' | 'wrong' | 'locked';
export type MemberChange = 'joined' | 'role_changed' | 'removed';

/** What happened, for counters and the log: ids, never names or emails. */
@Injectable()
export class Events {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  signInTried(outcome: SignInOutcome, userId?: string): void {
    signIns.inc({ outcome });
    this.logger.info({ outcome, ...(userId && { subjectId: userId }) }, 'Sign-in');
  }

  signedUp(userId: string, workspaceId: string): void {
    signUps.inc();
    this.logger.info({ subjectId: userId, workspaceId }, 'Workspace founded');
  }

  memberChanged(change: MemberChange, workspaceId: string, userId: string): void {
    memberChanges.inc({ change });
    this.logger.info({ change, workspaceId, subjectId: userId }, 'Member changed');
  }
}
