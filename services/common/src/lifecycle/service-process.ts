import { createLogger, type Logger } from '../logging/index.js';
import { Health, startManagementServer, watchHealth } from '../health/index.js';
import { grpcClientDuration, grpcServerDuration, httpDuration, startProcessMetrics } from '../metrics/index.js';
import { reportError } from '../telemetry/reporting.js';
import { Shutdown } from './shutdown.js';
import { giveBackStartMemory } from './start-memory.js';

/** The configuration that every service has (config: baseConfig). */
export interface ProcessConfig {
  NODE_ENV: string;
  LOG_LEVEL: string;
  MANAGEMENT_HOST: string;
  MANAGEMENT_PORT: number;
  SHUTDOWN_DELAY_SECONDS: number;
  SHUTDOWN_GRACE_SECONDS: number;
  LAUNCHER_PIPE: string;
  RELEASE: string;
}

/** What a service gets to start with. */
export interface ServiceContext {
  logger: Logger;
  health: Health;
  shutdown: Shutdown;
}

/** A launcher that holds our standard input ends us by closing it, so that no process is ever orphaned. */
function stopWithLauncher(stop: (reason: string) => void): void {
  process.stdin.on('end', () => stop('launcher gone')).on('error', () => stop('launcher gone')).resume();
}

/**
 * Runs one service process from start to exit: management port first (alive, not ready), then `start`, then ready, with the facts that
 * `start` answered (its ports) in the log line.
 * SIGTERM and SIGINT stop it in order and exit 0; a second signal exits at once. A failed start exits 1.
 */
export async function runService(name: string, config: ProcessConfig, start: (context: ServiceContext) => Promise<Record<string, unknown>>): Promise<void> {
  // Whoever read our lines may be gone; that is no reason to die before the work is done.
  process.stdout.on('error', () => undefined);
  const logger = createLogger({ service: name, level: config.LOG_LEVEL, release: config.RELEASE });
  startProcessMetrics(name, config.RELEASE);
  const health = new Health({ service: name, release: config.RELEASE, environment: config.NODE_ENV }, { http: httpDuration, grpcServer: grpcServerDuration, grpcClient: grpcClientDuration });
  watchHealth(health);
  const shutdown = new Shutdown({
    logger, announce: () => health.setAccepting(false), delaySeconds: config.SHUTDOWN_DELAY_SECONDS, graceSeconds: config.SHUTDOWN_GRACE_SECONDS,
  });
  let asked = false;
  const stop = (reason: string): void => {
    if (asked) process.exit(1);
    asked = true;
    void shutdown.stop(reason).finally(() => process.exit(0));
  };
  process.on('SIGTERM', () => stop('SIGTERM')).on('SIGINT', () => stop('SIGINT'));
  if (config.LAUNCHER_PIPE === '1') stopWithLauncher((reason) => { if (!asked) stop(reason); });
  process.on('unhandledRejection', (error) => {
    logger.error({ err: error }, 'A promise was rejected and nobody listened');
    reportError(error);
  });
  try {
    const management = await startManagementServer(health, config.MANAGEMENT_HOST, config.MANAGEMENT_PORT);
    shutdown.on('telemetry', async () => { management.server.close(); management.server.closeAllConnections(); });
    const facts = await start({ logger, health, shutdown });
    health.setAccepting(true);
    const stopLooking = health.keepLooking();
    shutdown.on('accepting', async () => stopLooking());
    logger.info({ managementPort: management.port, ...facts }, 'Ready');
    giveBackStartMemory();
  } catch (error) {
    logger.fatal({ err: error }, 'The start failed');
    process.exit(1);
  }
}
