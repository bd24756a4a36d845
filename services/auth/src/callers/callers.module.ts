import { Module } from '@nestjs/common';
import { DevicesModule } from '../devices/devices.module.js';
import { Callers } from './callers.service.js';

@Module({ imports: [DevicesModule], providers: [Callers], exports: [Callers] })
export class CallersModule {}
