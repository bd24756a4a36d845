import { Module } from '@nestjs/common';
import { SetupModule } from '../setup/setup.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { PipelinesController } from './pipelines.controller.js';
import { PipelinesRepository } from './pipelines.repository.js';
import { PipelinesService } from './pipelines.service.js';

@Module({ imports: [WritesModule, SetupModule], controllers: [PipelinesController], providers: [PipelinesService, PipelinesRepository], exports: [PipelinesService] })
export class PipelinesModule {}
