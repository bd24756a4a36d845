import { currentActor } from '@crm-vision/common/context';
import {
  type UpdateWorkspaceRequest, type UpdateWorkspaceResponse, type WorkspaceServiceController, WorkspaceServiceControllerMethods,
} from '@crm-vision/proto/crm_vision/auth/workspaces/v1/workspaces';
import { Controller } from '@nestjs/common';
import { fromUpdateWorkspace, toMembershipMessage } from './workspaces.mapper.js';
import { WorkspacesService } from './workspaces.service.js';

@Controller()
@WorkspaceServiceControllerMethods()
export class WorkspacesController implements WorkspaceServiceController {
  constructor(private readonly workspaces: WorkspacesService) {}

  async updateWorkspace(request: UpdateWorkspaceRequest): Promise<UpdateWorkspaceResponse> {
    return { workspace: toMembershipMessage(await this.workspaces.update(currentActor(), request.version, fromUpdateWorkspace(request))) };
  }
}
