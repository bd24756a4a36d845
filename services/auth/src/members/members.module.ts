import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { RevocationsModule } from '../revocations/revocations.module.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';

@Module({ imports: [AccessModule, AuditModule, RevocationsModule], controllers: [MembersController], providers: [MembersRepository, MembersService], exports: [MembersService] })
export class MembersModule {}
