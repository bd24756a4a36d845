import { Module } from '@nestjs/common';
import { LinkedRecords } from './linked-records.service.js';

@Module({ providers: [LinkedRecords], exports: [LinkedRecords] })
export class LinksModule {}
