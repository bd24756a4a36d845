import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { BinRepository } from './bin.repository.js';
import { PurgeRepository } from './purge.repository.js';
import { PurgeService } from './purge.service.js';
import { RecordsController } from './records.controller.js';
import { RecordsService } from './records.service.js';
import { UndoService } from './undo.service.js';

@Module({ imports: [WritesModule, MembersModule], controllers: [RecordsController], providers: [RecordsService, PurgeService, UndoService, BinRepository, PurgeRepository] })
export class RecordsModule {}
