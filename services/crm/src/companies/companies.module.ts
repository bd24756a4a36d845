import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { CompaniesController } from './companies.controller.js';
import { CompaniesRepository } from './companies.repository.js';
import { CompaniesService } from './companies.service.js';

@Module({ imports: [WritesModule, MembersModule], controllers: [CompaniesController], providers: [CompaniesService, CompaniesRepository], exports: [CompaniesService] })
export class CompaniesModule {}
