export { launch, type ServiceModule } from './launch.js';
export { type ReportedFacts, reportError, reportSlow } from './reporting.js';
