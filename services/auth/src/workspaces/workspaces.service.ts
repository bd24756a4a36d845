import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { StaleVersionError } from '@crm-vision/common/errors';
import { newId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import { AuditRepository } from '../audit/audit.repository.js';
import { changeWorkspace, type Membership, slugOf, type Workspace, type WorkspaceChange } from './workspace.js';
import { toMembershipMessage } from './workspaces.mapper.js';
import { WorkspacesRepository } from './workspaces.repository.js';

@Injectable()
export class WorkspacesService {
  constructor(
    private readonly database: Database,
    private readonly workspaces: WorkspacesRepository,
    private readonly access: AccessService,
    private readonly audit: AuditRepository,
  ) {}

  listOf(userId: string): Promise<Membership[]> {
    return this.workspaces.listOf(userId);
  }

  /** Saves a workspace under a slug of its own. Joins the transaction that is open; the caller makes the founder its owner. */
  async create(founder: Pick<Actor, 'workspaceId' | 'userId'>, values: Omit<Workspace, 'id' | 'slug' | 'version'>): Promise<Workspace> {
    const workspace = await this.withFreeSlug({ id: founder.workspaceId, version: 1, ...values });
    await this.database.transaction(workspace.id, (transaction) =>
      this.audit.append(transaction, founder, { action: 'workspace.created', subjectId: workspace.id, details: { name: workspace.name } }));
    return workspace;
  }

  /** Of two changes at once the second is told what the first one left. */
  async update(actor: Actor, version: number | undefined, change: WorkspaceChange): Promise<Membership> {
    const { role, workspaceId } = await this.access.require(actor, 'settings.write');
    return this.database.transaction(workspaceId, async (transaction) => {
      const before = await this.workspaces.getForUpdate(workspaceId);
      if (before.version !== (version ?? before.version)) throw new StaleVersionError(toMembershipMessage({ ...before, role }));
      const after = changeWorkspace(before, change);
      await this.workspaces.save(after);
      await this.audit.append(transaction, actor, { action: 'workspace.updated', subjectId: workspaceId, details: { before, after } });
      return { ...after, role };
    });
  }

  private async withFreeSlug(values: Omit<Workspace, 'slug'>): Promise<Workspace> {
    for (;;) {
      // Always with a part by chance: a slug without would say that nobody has this name.
      const workspace = { ...values, slug: `${slugOf(values.name)}-${newId().slice(-6)}` };
      if (await this.workspaces.create(workspace)) return workspace;
    }
  }
}
