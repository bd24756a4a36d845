import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { WorkspacesController } from './workspaces.controller.js';
import { WorkspacesRepository } from './workspaces.repository.js';
import { WorkspacesService } from './workspaces.service.js';

@Module({ imports: [AccessModule, AuditModule], controllers: [WorkspacesController], providers: [WorkspacesRepository, WorkspacesService], exports: [WorkspacesService] })
export class WorkspacesModule {}
