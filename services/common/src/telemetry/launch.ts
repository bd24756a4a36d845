import type { ProcessConfig, ServiceContext } from '../lifecycle/index.js';
import { startTelemetry, type TelemetryConfig } from './telemetry.js';

/** The module of a service: connects, listens, and answers the ports it took. */
export interface ServiceModule<C> {
  start(config: C, context: ServiceContext): Promise<Record<string, unknown>>;
}

/** Runs a service process. `load` imports its module: only then does telemetry see what that imports. */
export async function launch<C extends ProcessConfig & TelemetryConfig>(service: string, config: C, load: () => Promise<ServiceModule<C>>): Promise<void> {
  const stopTelemetry = await startTelemetry(service, config);
  const { runService } = await import('../lifecycle/index.js');
  await runService(service, config, async (context) => {
    context.shutdown.on('telemetry', stopTelemetry);
    const { start } = await load();
    return start(config, context);
  });
}
