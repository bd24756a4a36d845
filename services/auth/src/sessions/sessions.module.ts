import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { RevocationsModule } from '../revocations/revocations.module.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({ imports: [AccessModule, DevicesModule, RevocationsModule], providers: [SessionsRepository, SessionsService], exports: [SessionsService] })
export class SessionsModule {}
