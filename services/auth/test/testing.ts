import { type DomainError, fromGrpcError } from '@crm-vision/common/errors';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { startTestService, type TestService } from '@crm-vision/common/testing';
import { InvitationServiceService } from '@crm-vision/proto/crm_vision/auth/invitations/v1/invitations';
import { KeyServiceService } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import { MemberServiceService } from '@crm-vision/proto/crm_vision/auth/members/v1/members';
import { SessionServiceService, type SignUpResponse } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import { UserServiceService } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import { WorkspaceServiceService } from '@crm-vision/proto/crm_vision/auth/workspaces/v1/workspaces';
import { randomBytes } from 'node:crypto';
import { AppModule } from '../src/app.module.js';
import { services } from '../src/contract.js';
import { SigningKeysRepository } from '../src/keys/signing-keys.repository.js';
import { SigningKeys } from '../src/keys/signing-keys.js';

export const PASSWORD = 'violet kettle orbit';
export const settings = { AUTH_ENCRYPTION_KEY: randomBytes(64).toString('base64'), PUBLIC_URL: 'https://crm.example.com', SIGN_UPS_PER_ADDRESS_PER_DAY: 1_000_000, SESSION_TTL_DAYS: 30, SESSION_MAX_DAYS: 90, ACCESS_TOKEN_TTL_SECONDS: 300, SIGNING_KEY_DAYS: 30, TRUSTED_GATEWAYS: ['127.0.0.0/8'] };

/** A person signed in to a workspace. */
export interface SignedInPerson {
  userId: string;
  email: string;
  workspaceId: string;
  sessionToken: string;
  sessionId: string;
  /** Access token. */
  token: string;
}

/** The auth service with a client to each of its services. */
export interface AuthUnderTest extends TestService {
  keys: SigningKeys;
  sessions: GrpcClient<typeof SessionServiceService>;
  users: GrpcClient<typeof UserServiceService>;
  workspaces: GrpcClient<typeof WorkspaceServiceService>;
  members: GrpcClient<typeof MemberServiceService>;
  invitations: GrpcClient<typeof InvitationServiceService>;
  keyring: GrpcClient<typeof KeyServiceService>;
}

export async function startAuth(): Promise<AuthUnderTest> {
  let keys: SigningKeys | undefined;
  const service = await startTestService({
    schema: 'auth',
    services,
    compose: async ({ database, redis, logger }) => {
      keys = new SigningKeys(new SigningKeysRepository(database, settings.AUTH_ENCRYPTION_KEY), settings, logger);
      await keys.refresh();
      return { module: AppModule.with({ database, keys, settings, logger, redis }), keys };
    },
  });
  return {
    ...service,
    keys: keys!,
    sessions: service.client(SessionServiceService),
    users: service.client(UserServiceService),
    workspaces: service.client(WorkspaceServiceService),
    members: service.client(MemberServiceService),
    invitations: service.client(InvitationServiceService),
    keyring: service.client(KeyServiceService),
  };
}

export function newEmail(): string {
  return `ada-${randomBytes(5).toString('hex')}@example.com`;
}

export function signUpRequest(email = newEmail()): Parameters<AuthUnderTest['sessions']['signUp']>[0] {
  return { email, password: PASSWORD, name: 'Ada Lovelace', workspaceName: 'Analytical Engines', device: { ip: '192.0.2.1', userAgent: 'Test' }, deviceToken: '', replacedSessionToken: '', locale: 'en', timeZone: 'Europe/Berlin', country: '' };
}

/** Reads a session token as the gateway does. */
export async function resolve(auth: AuthUnderTest, sessionToken: string, workspaceId = ''): Promise<SignedInPerson> {
  const { user, workspace, accessToken, sessionId } = await auth.sessions.resolveSession({ sessionToken, workspaceId });
  return { userId: user!.id, email: user!.email, workspaceId: workspace!.id, sessionToken, sessionId, token: accessToken };
}

/** A new person who owns a new workspace. */
export async function signUp(auth: AuthUnderTest, email?: string): Promise<SignedInPerson> {
  const { sessionToken }: SignUpResponse = await auth.sessions.signUp(signUpRequest(email));
  return resolve(auth, sessionToken);
}

export async function invite(auth: AuthUnderTest, host: SignedInPerson, role: string, email = newEmail()): Promise<string> {
  const { link } = await auth.invitations.createInvitation({ email, role }, { token: host.token });
  return link.split('#')[1]!;
}

/** A new person who joined the host's workspace by an invitation. */
export async function join(auth: AuthUnderTest, host: SignedInPerson, role: string, email?: string): Promise<SignedInPerson> {
  const token = await invite(auth, host, role === 'owner' ? 'member' : role, email);
  const { sessionToken, user } = await auth.invitations.acceptInvitation({ token, name: 'Grace Hopper', password: PASSWORD, device: { ip: '192.0.2.2', userAgent: 'Test' }, deviceToken: '', replacedSessionToken: '' });
  if (role === 'owner') await auth.members.updateMember({ userId: user!.id, role }, { token: host.token });
  return resolve(auth, sessionToken, host.workspaceId);
}

/** The DomainError that a call rejects with; fails when it does not reject. */
export async function failure(call: Promise<unknown>): Promise<DomainError> {
  return call.then(() => Promise.reject(new Error('The call did not fail.')), fromGrpcError);
}
