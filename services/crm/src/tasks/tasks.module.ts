import { Module } from '@nestjs/common';
import { LinksModule } from '../links/links.module.js';
import { MembersModule } from '../members/members.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { TasksController } from './tasks.controller.js';
import { TasksRepository } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';

@Module({ imports: [WritesModule, MembersModule, LinksModule], controllers: [TasksController], providers: [TasksService, TasksRepository], exports: [TasksService] })
export class TasksModule {}
