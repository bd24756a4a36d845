export { launch, type ServiceModule } from './launch.js';
export { nameRequest } from './name-request.js';
export { type ReportedFacts, reportError, reportSlow } from './reporting.js';
