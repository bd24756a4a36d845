import 'reflect-metadata';
import { launch } from '@crm-vision/common/telemetry';
import { readConfig } from './config.js';

await launch('auth', readConfig(), () => import('./auth.js'));
