import { launch } from '@crm-vision/common/telemetry';
import { readWorkerConfig } from './config.js';

await launch('crm-worker', readWorkerConfig(), () => import('./worker/start.js'));
