import { Module } from '@nestjs/common';
import { PipelinesModule } from '../pipelines/pipelines.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { SampleDataController } from './sample-data.controller.js';
import { SampleDataRepository } from './sample-data.repository.js';
import { SampleDataService } from './sample-data.service.js';

@Module({ imports: [WritesModule, PipelinesModule, SettingsModule], controllers: [SampleDataController], providers: [SampleDataService, SampleDataRepository] })
export class SampleDataModule {}
