import { GrpcChannel, type KeySource } from '@crm-vision/common/grpc';
import type { Check } from '@crm-vision/common/health';
import { KeyServiceService } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import { MemberServiceService } from '@crm-vision/proto/crm_vision/auth/members/v1/members';
import type { JSONWebKeySet } from 'jose';
import type { MemberDirectory } from './members/members.service.js';

/** What this service asks of auth: the published keys, and who the people of a workspace are. */
export class AuthClient implements KeySource, MemberDirectory {
  private readonly channel: GrpcChannel;

  constructor(url: string) {
    this.channel = new GrpcChannel({ url, services: [KeyServiceService, MemberServiceService], deadlineMs: 3000 });
  }

  async fetchKeys(): Promise<JSONWebKeySet> {
    const { jwks } = await this.channel.service(KeyServiceService).listSigningKeys({});
    return JSON.parse(jwks) as JSONWebKeySet;
  }

  /** Asks with the token of the call that is being served. */
  async memberIds(): Promise<readonly string[]> {
    const { members } = await this.channel.service(MemberServiceService).listMembers({ includeRemoved: false });
    return members.map(({ userId }) => userId);
  }

  /** Without it no token can be checked and no owner be named. */
  get check(): Check {
    return { name: 'auth', needed: false, vital: true, run: () => this.channel.check().then(() => undefined) };
  }

  close(): void {
    this.channel.close();
  }
}
