import { currentActor } from '@crm-vision/common/context';
import { Public } from '@crm-vision/common/grpc';
import {
  type ListSessionsResponse, type ResolveSessionRequest, type ResolveSessionResponse, type RevokeSessionRequest, type RevokeSessionResponse,
  type SessionServiceController, SessionServiceControllerMethods, type SignInRequest, type SignInResponse, type SignOutRequest, type SignOutResponse,
  type SignUpRequest, type SignUpResponse,
} from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import { Controller } from '@nestjs/common';
import { SessionsService } from '../sessions/sessions.service.js';
import { toResolveSessionResponse, toSessionMessage, toSignInResponse, toSignUpResponse } from './sessions.mapper.js';
import { SignInService } from './sign-in.service.js';

@Controller()
@SessionServiceControllerMethods()
export class SessionsController implements SessionServiceController {
  constructor(
    private readonly signing: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  @Public()
  async signUp({ device, deviceToken, replacedSessionToken, ...values }: SignUpRequest): Promise<SignUpResponse> {
    return toSignUpResponse(await this.signing.signUp(values, { device, deviceToken, replacedSessionToken }));
  }

  @Public()
  async signIn({ email, password, ...origin }: SignInRequest): Promise<SignInResponse> {
    return toSignInResponse(await this.signing.signIn({ email, password }, { ...origin, device: origin.device }));
  }

  @Public()
  async signOut({ sessionToken }: SignOutRequest): Promise<SignOutResponse> {
    await this.sessions.end(sessionToken);
    return {};
  }

  @Public()
  async resolveSession({ sessionToken, workspaceId }: ResolveSessionRequest): Promise<ResolveSessionResponse> {
    return toResolveSessionResponse(await this.sessions.resolve(sessionToken, workspaceId));
  }

  async listSessions(): Promise<ListSessionsResponse> {
    const actor = currentActor();
    return { sessions: (await this.sessions.list(actor)).map((session) => toSessionMessage(session, actor.sessionId)) };
  }

  async revokeSession({ id }: RevokeSessionRequest): Promise<RevokeSessionResponse> {
    await this.sessions.revoke(currentActor(), id);
    return {};
  }
}
