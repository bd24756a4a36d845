import { Database } from '@crm-vision/common/database';
import { Public } from '@crm-vision/common/grpc';
import { startTestService, type TestService } from '@crm-vision/common/testing';
import { KeyServiceControllerMethods, KeyServiceService, type KeyServiceController, type ListSigningKeysResponse } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import {
  type ChangePasswordResponse, type UpdateUserRequest, type UpdateUserResponse, UserServiceControllerMethods, UserServiceService, type UserServiceController,
} from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import { Controller, type DynamicModule, Inject, Module } from '@nestjs/common';

export const services = [KeyServiceService, UserServiceService];

/** What the rpcs of the probe do; each test says it anew. */
export interface Behaviour {
  /** A public read. */
  read: () => Promise<string>;
  /** A write, which needs a caller. */
  write: (request: UpdateUserRequest) => Promise<string>;
}

const BEHAVIOUR = Symbol('behaviour');

@Controller()
@KeyServiceControllerMethods()
class ReadController implements KeyServiceController {
  constructor(@Inject(BEHAVIOUR) private readonly behaviour: Behaviour) {}

  @Public()
  async listSigningKeys(): Promise<ListSigningKeysResponse> {
    return { jwks: await this.behaviour.read() };
  }
}

@Controller()
@UserServiceControllerMethods()
class WriteController implements UserServiceController {
  constructor(@Inject(BEHAVIOUR) private readonly behaviour: Behaviour) {}

  async updateUser(request: UpdateUserRequest): Promise<UpdateUserResponse> {
    return { user: { id: '', email: '', name: await this.behaviour.write(request), locale: '', theme: '', shortcuts: false, version: 1 } };
  }

  changePassword(): ChangePasswordResponse {
    return { sessionToken: '', expiresAt: '', deviceToken: '' };
  }
}

@Module({ controllers: [ReadController, WriteController] })
export class ProbeModule {
  static with(behaviour: Behaviour): DynamicModule {
    return { module: ProbeModule, providers: [{ provide: BEHAVIOUR, useValue: behaviour }] };
  }
}

export interface Probe extends TestService {
  behaviour: Behaviour;
}

/** A service that does what the test says, over real gRPC and PostgreSQL. */
export async function startProbe(): Promise<Probe> {
  const behaviour: Behaviour = { read: () => Promise.resolve('read'), write: () => Promise.resolve('written') };
  const service = await startTestService({ schema: 'auth', services, compose: () => ({ module: ProbeModule.with(behaviour) }) });
  return { ...service, behaviour };
}

/** A statement for tests; the name goes with the text. */
export const statement = (name: string, text: string, ...values: unknown[]): Parameters<Database['read']>[1] => ({ name, text, values });
