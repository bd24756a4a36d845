import { Module } from '@nestjs/common';
import { LinksModule } from '../links/links.module.js';
import { MembersModule } from '../members/members.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { NotesController } from './notes.controller.js';
import { NotesRepository } from './notes.repository.js';
import { NotesService } from './notes.service.js';

@Module({ imports: [WritesModule, LinksModule, MembersModule], controllers: [NotesController], providers: [NotesService, NotesRepository] })
export class NotesModule {}
