import { Module } from '@nestjs/common';
import { WritesModule } from '../writes/writes.module.js';
import { WorkspaceSetup } from './workspace-setup.service.js';

@Module({ imports: [WritesModule], providers: [WorkspaceSetup], exports: [WorkspaceSetup] })
export class SetupModule {}
