import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { CallersModule } from '../callers/callers.module.js';
import { KeptAnswersModule } from '../kept-answers/kept-answers.module.js';
import { MembersModule } from '../members/members.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { UsersModule } from '../users/users.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { JoinService } from './join.service.js';

@Module({
  imports: [AccessModule, AuditModule, CallersModule, KeptAnswersModule, MembersModule, SessionsModule, UsersModule, WorkspacesModule],
  controllers: [InvitationsController],
  providers: [InvitationsRepository, InvitationsService, JoinService],
})
export class InvitationsModule {}
