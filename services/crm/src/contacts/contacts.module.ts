import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { MembersModule } from '../members/members.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsRepository } from './contacts.repository.js';
import { ContactsService } from './contacts.service.js';

@Module({ imports: [CompaniesModule, WritesModule, MembersModule], controllers: [ContactsController], providers: [ContactsService, ContactsRepository], exports: [ContactsService] })
export class ContactsModule {}
