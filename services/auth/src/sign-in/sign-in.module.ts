import { Module } from '@nestjs/common';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { CallersModule } from '../callers/callers.module.js';
import { KeptAnswersModule } from '../kept-answers/kept-answers.module.js';
import { MembersModule } from '../members/members.module.js';
import { PasswordsModule } from '../passwords/passwords.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { UsersModule } from '../users/users.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { SessionsController } from './sessions.controller.js';
import { SignInService } from './sign-in.service.js';

@Module({ imports: [AttemptsModule, CallersModule, KeptAnswersModule, MembersModule, PasswordsModule, SessionsModule, UsersModule, WorkspacesModule], controllers: [SessionsController], providers: [SignInService] })
export class SignInModule {}
