import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestTokens } from '@crm-vision/common/testing';
import { type Client, status } from '@grpc/grpc-js';
import { allRpcs, callEmpty, clientTo } from './generated/rpcs.js';
import { type Stack, startStack } from './stack/stack.js';

/** The proof stands in the request itself: a password, a session token, the token of an invitation. Keys are public. */
const PUBLIC = [
  '/crm_vision.auth.invitations.v1.InvitationService/AcceptInvitation', '/crm_vision.auth.invitations.v1.InvitationService/ResolveInvitation',
  '/crm_vision.auth.keys.v1.KeyService/ListSigningKeys', '/crm_vision.auth.sessions.v1.SessionService/ResolveSession', '/crm_vision.auth.sessions.v1.SessionService/SignIn',
  '/crm_vision.auth.sessions.v1.SessionService/SignOut', '/crm_vision.auth.sessions.v1.SessionService/SignUp',
];
const rpcs = await allRpcs();
let stack: Stack;
let clients: Record<string, Client>;
let strangersToken: string;
beforeAll(async () => {
  stack = await startStack({ gateways: 0 });
  clients = { auth: clientTo(stack.authUrl), crm: clientTo(stack.crmUrl) };
  strangersToken = await (await createTestTokens()).sign();
});
afterAll(async () => {
  for (const client of Object.values(clients)) client.close();
  await stack.stop();
});

const clientFor = (rpc: string): Client => clients[rpc.split('.')[1] ?? ''] as Client;

it('the contract has rpcs, and the public ones are among them', () => {
  expect(rpcs.length).toBeGreaterThan(50);
  expect(rpcs).toEqual(expect.arrayContaining(PUBLIC));
});

describe('without a token of ours', () => {
  it.each(rpcs.filter((rpc) => !PUBLIC.includes(rpc)))('%s answers UNAUTHENTICATED', async (rpc) => {
    const unsigned = `Bearer ${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${Buffer.from('{"sub":"x","ws":"y","role":"owner","sid":"z"}').toString('base64url')}.`;
    for (const token of [undefined, '', 'Bearer nonsense', unsigned, `Bearer ${strangersToken}`]) {
      expect({ token, ...(await callEmpty(clientFor(rpc), rpc, token)) }).toMatchObject({ token, code: status.UNAUTHENTICATED });
    }
  });
});

describe('with nothing in the request', () => {
  it.each(PUBLIC)('%s refuses by itself or answers, and does not break', async (rpc) => {
    expect([status.OK, status.UNAUTHENTICATED, status.INVALID_ARGUMENT, status.NOT_FOUND]).toContain((await callEmpty(clientFor(rpc), rpc)).code);
  });
});
