export { drainGrpc, drainHttp } from './drain.js';
export { type ProcessConfig, runService, type ServiceContext } from './service-process.js';
export { type Phase, phases, Shutdown, type ShutdownOptions } from './shutdown.js';
