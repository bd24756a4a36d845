import type { Actor, Role } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { type Permission, requirePermission } from '../roles/roles.js';
import { SessionExpiredError } from './access.errors.js';

const CURRENT_ROLE = {
  name: 'access_current_role',
  text: `select m.role from membership m join session s on s.user_id = m.user_id
    where m.workspace_id = $1 and m.user_id = $2 and m.status = 'active' and s.id = $3 and s.revoked_at is null and s.expires_at > now()`,
};

/** Whether a caller may do something now: an access token lives for minutes, a removal counts at once. */
@Injectable()
export class AccessService {
  constructor(private readonly database: Database) {}

  /** Throws unless session and membership are live and the role of this moment allows it. Returns the actor with that role. */
  async require(actor: Actor, permission: Permission): Promise<Actor> {
    const [current] = await this.database.read<{ role: Role }>(actor.workspaceId, { ...CURRENT_ROLE, values: [actor.workspaceId, actor.userId, actor.sessionId] });
    if (!current) throw new SessionExpiredError();
    const now = { ...actor, role: current.role };
    requirePermission(now, permission);
    return now;
  }
}
