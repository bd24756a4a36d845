import 'reflect-metadata';
import { runService } from '@crm-vision/common/lifecycle';
import { readConfig } from './config.js';
import { startGateway } from './gateway.js';

const config = readConfig();
await runService('gateway', config, (context) => startGateway(config, context));
