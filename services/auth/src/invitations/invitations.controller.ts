import { currentActor } from '@crm-vision/common/context';
import { RunsEachTime } from '@crm-vision/common/database';
import { Public } from '@crm-vision/common/grpc';
import {
  type AcceptInvitationRequest, type AcceptInvitationResponse, type CreateInvitationRequest, type CreateInvitationResponse,
  type InvitationServiceController, InvitationServiceControllerMethods, type ListInvitationsResponse,
  type ResolveInvitationRequest, type ResolveInvitationResponse, type RevokeInvitationRequest, type RevokeInvitationResponse,
} from '@crm-vision/proto/crm_vision/auth/invitations/v1/invitations';
import { Controller } from '@nestjs/common';
import { toAcceptResponse, toInvitationMessage, toPreviewResponse } from './invitations.mapper.js';
import { InvitationsService } from './invitations.service.js';
import { JoinService } from './join.service.js';

@Controller()
@InvitationServiceControllerMethods()
export class InvitationsController implements InvitationServiceController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly joining: JoinService,
  ) {}

  /** Its answer is kept sealed, by the service itself. */
  @RunsEachTime()
  async createInvitation(request: CreateInvitationRequest): Promise<CreateInvitationResponse> {
    const { invitation, link } = await this.invitations.create(currentActor(), request);
    return { invitation: toInvitationMessage(invitation), link };
  }

  async listInvitations(): Promise<ListInvitationsResponse> {
    return { invitations: (await this.invitations.list(currentActor())).map(toInvitationMessage) };
  }

  async revokeInvitation({ id }: RevokeInvitationRequest): Promise<RevokeInvitationResponse> {
    await this.invitations.revoke(currentActor(), id);
    return {};
  }

  @Public()
  async resolveInvitation({ token }: ResolveInvitationRequest): Promise<ResolveInvitationResponse> {
    return toPreviewResponse(await this.joining.preview(token));
  }

  @Public()
  async acceptInvitation({ token, name, password, ...origin }: AcceptInvitationRequest): Promise<AcceptInvitationResponse> {
    return toAcceptResponse(await this.joining.accept({ token, name, password }, { ...origin, device: origin.device }));
  }
}
