import { Module } from '@nestjs/common';
import { KnownDevicesRepository } from './known-devices.repository.js';
import { KnownDevices } from './known-devices.service.js';

@Module({ providers: [KnownDevicesRepository, KnownDevices], exports: [KnownDevices] })
export class DevicesModule {}
