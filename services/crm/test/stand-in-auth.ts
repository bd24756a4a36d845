import { Server, ServerCredentials, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { TestTokens } from '@crm-vision/common/testing';
import { KeyServiceService, type ListSigningKeysResponse } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import { type ListMembersResponse, MemberServiceService } from '@crm-vision/proto/crm_vision/auth/members/v1/members';

const bytes = (message: Buffer): Buffer => message;
const SERVING = Buffer.from([0x08, 0x01]);
/** grpc.health.v1.Health/Check, whatever it asks about. */
const health: ServiceDefinition = {
  check: {
    path: '/grpc.health.v1.Health/Check', requestStream: false, responseStream: false,
    requestSerialize: bytes, requestDeserialize: bytes, responseSerialize: bytes, responseDeserialize: bytes,
  },
};

/** What crm asks of auth, over the real contract: keys, the members that the test names, and whether it serves. */
export interface StandInAuth {
  url: string;
  members: Set<string>;
  stop(): void;
}

export async function standInAuth(tokens: TestTokens): Promise<StandInAuth> {
  const members = new Set<string>();
  const server = new Server();
  const keys: UntypedServiceImplementation = {
    listSigningKeys: (_call: unknown, answer: (error: null, response: ListSigningKeysResponse) => void) =>
      void tokens.fetchKeys().then((set) => answer(null, { jwks: JSON.stringify(set) })),
  };
  const people: UntypedServiceImplementation = {
    listMembers: (_call: unknown, answer: (error: null, response: ListMembersResponse) => void) =>
      answer(null, { members: [...members].map((userId) => ({ userId, name: 'Bob', email: 'bob@x.example', role: 'member', status: 'active', joinedAt: '2026-01-01T00:00:00.000Z' })) }),
    updateMember: () => undefined,
    removeMember: () => undefined,
  };
  server.addService(KeyServiceService, keys);
  server.addService(MemberServiceService, people);
  server.addService(health, { check: (_call: unknown, answer: (error: null, response: Buffer) => void) => answer(null, SERVING) });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  return { url: `127.0.0.1:${port}`, members, stop: () => server.forceShutdown() };
}
