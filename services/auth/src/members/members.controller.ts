import { shownEmail } from '@crm-vision/common/addresses';
import { currentActor } from '@crm-vision/common/context';
import {
  type ListMembersRequest, type ListMembersResponse, type Member as MemberMessage, type MemberServiceController, MemberServiceControllerMethods,
  type RemoveMemberRequest, type RemoveMemberResponse, type UpdateMemberRequest, type UpdateMemberResponse,
} from '@crm-vision/proto/crm_vision/auth/members/v1/members';
import { Controller } from '@nestjs/common';
import type { Member } from './member.js';
import { MembersService } from './members.service.js';

@Controller()
@MemberServiceControllerMethods()
export class MembersController implements MemberServiceController {
  constructor(private readonly members: MembersService) {}

  async listMembers({ includeRemoved }: ListMembersRequest): Promise<ListMembersResponse> {
    return { members: (await this.members.list(currentActor(), includeRemoved)).map(toMemberMessage) };
  }

  async updateMember({ userId, role }: UpdateMemberRequest): Promise<UpdateMemberResponse> {
    return { member: toMemberMessage(await this.members.updateRole(currentActor(), userId, role)) };
  }

  async removeMember({ userId }: RemoveMemberRequest): Promise<RemoveMemberResponse> {
    await this.members.remove(currentActor(), userId);
    return {};
  }
}

function toMemberMessage(member: Member): MemberMessage {
  return { ...member, email: shownEmail(member.email) };
}
