import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { MembersModule } from '../members/members.module.js';
import { PipelinesModule } from '../pipelines/pipelines.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { BoardRepository } from './board.repository.js';
import { BoardService } from './board.service.js';
import { DealMoves } from './deal-moves.js';
import { DealsController } from './deals.controller.js';
import { DealsRepository } from './deals.repository.js';
import { DealsService } from './deals.service.js';

@Module({
  imports: [WritesModule, MembersModule, CompaniesModule, ContactsModule, PipelinesModule, SettingsModule],
  controllers: [DealsController],
  providers: [DealsService, DealMoves, DealsRepository, BoardService, BoardRepository],
  exports: [DealsService],
})
export class DealsModule {}
