import { Database } from '@crm-vision/common/database';
import { type DynamicModule, Module } from '@nestjs/common';
import { Events } from './events.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { KeysModule } from './keys/keys.module.js';
import { SigningKeys } from './keys/signing-keys.js';
import { MembersModule } from './members/members.module.js';
import { type AuthParts, LOGGER, REDIS, SETTINGS } from './parts.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { UsersModule } from './users/users.module.js';
import { WorkspacesModule } from './workspaces/workspaces.module.js';

@Module({ imports: [InvitationsModule, KeysModule, MembersModule, SignInModule, UsersModule, WorkspacesModule] })
export class AppModule {
  /** The features, with the parts they share. */
  static with({ database, keys, settings, logger, redis }: AuthParts): DynamicModule {
    const providers = [
      { provide: Database, useValue: database },
      { provide: SigningKeys, useValue: keys },
      { provide: SETTINGS, useValue: settings },
      { provide: LOGGER, useValue: logger },
      Events,
      ...(redis ? [{ provide: REDIS, useValue: redis }] : []),
    ];
    return { module: AppModule, global: true, providers, exports: providers };
  }
}
