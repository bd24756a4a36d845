import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { UsersModule } from '../users/users.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { SessionsController } from './sessions.controller.js';
import { SignInService } from './sign-in.service.js';

@Module({ imports: [MembersModule, SessionsModule, UsersModule, WorkspacesModule], controllers: [SessionsController], providers: [SignInService] })
export class SignInModule {}
