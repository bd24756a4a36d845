import { Health } from '@crm-vision/common/health';
import { Controller, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Handle } from '../http/handle.js';
import { getHealth } from './health.routes.js';

export const RELEASE = Symbol('release');

@Controller()
export class HealthController {
  constructor(@Inject(RELEASE) private readonly release: string, private readonly health: Health) {}

  /** Says nothing about what stands behind: that is for the management port. */
  @Handle(getHealth)
  getHealth(@Res() response: Response): void {
    if (this.health.works) response.json({ status: 'ok', version: this.release });
    else response.status(503).json({ status: 'unavailable' });
  }
}
