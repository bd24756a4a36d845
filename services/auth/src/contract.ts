import { InvitationServiceService } from '@crm-vision/proto/crm_vision/auth/invitations/v1/invitations';
import { KeyServiceService } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import { MemberServiceService } from '@crm-vision/proto/crm_vision/auth/members/v1/members';
import { SessionServiceService } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import { UserServiceService } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import { WorkspaceServiceService } from '@crm-vision/proto/crm_vision/auth/workspaces/v1/workspaces';

/** The rpcs that this service answers. */
export const services = [InvitationServiceService, KeyServiceService, MemberServiceService, SessionServiceService, UserServiceService, WorkspaceServiceService];
