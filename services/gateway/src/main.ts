import 'reflect-metadata';
import { launch } from '@crm-vision/common/telemetry';
import { readConfig } from './config.js';

await launch('gateway', readConfig(), async () => ({ start: (await import('./gateway.js')).startGateway }));
