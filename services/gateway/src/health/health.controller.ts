import { Controller, Inject } from '@nestjs/common';
import { Handle, type Out } from '../http/handle.js';
import { getHealth } from './health.routes.js';

export const RELEASE = Symbol('release');

@Controller()
export class HealthController {
  constructor(@Inject(RELEASE) private readonly release: string) {}

  /** Says nothing about what stands behind: that is for the management port. */
  @Handle(getHealth)
  getHealth(): Out<typeof getHealth> {
    return { status: 'ok', version: this.release };
  }
}
