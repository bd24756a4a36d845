import { Module } from '@nestjs/common';
import { SetupModule } from '../setup/setup.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { SettingsController } from './settings.controller.js';
import { SettingsRepository } from './settings.repository.js';
import { SettingsService } from './settings.service.js';

@Module({ imports: [WritesModule, SetupModule], controllers: [SettingsController], providers: [SettingsService, SettingsRepository], exports: [SettingsService] })
export class SettingsModule {}
