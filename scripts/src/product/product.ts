import type { PreparedDatabase } from '../database/prepare.js';
import { pollUntil } from '../processes/poll.js';
import { PlainError } from '../terminal/plain-error.js';
import type { Progress } from '../terminal/progress.js';
import { checkOwnServer, prepareAndMigrate } from './database.js';
import type { Secrets } from './secrets.js';
import { embeddedPostgres, embeddedRedis, type Listener, type PostgresServer } from './servers.js';
import { canWork, startService } from './service-process.js';
import { servicesFor, type ServiceName } from './services.js';
import { Supervised } from './supervised.js';

export interface ProductOptions {
  dataFolder: string;
  logsFolder: string;
  secrets: Secrets;
  port: number;
  /** The address that the gateway listens on; loopback when nothing is said. */
  host?: string;
  /** Where people reach it, when that is not the gateway itself. */
  publicUrl?: string;
  webRoot?: string;
  /** Servers of the person's own in place of the embedded ones. */
  databaseUrl?: string;
  redisUrl?: string;
  env?: Record<string, string>;
  nodeArguments?: string[];
  /** Called whenever a part got another process. */
  changed?: () => void;
}

/** The whole system on one machine. */
export class Product {
  database: PreparedDatabase | null = null;
  redisUrl = '';
  private readonly servers = new Map<'postgres' | 'redis', Supervised>();
  private readonly services = new Map<ServiceName, Supervised>();
  private postgres: PostgresServer | null = null;
  private stopped: Promise<void> | null = null;

  constructor(
    readonly options: ProductOptions,
    private readonly progress: Progress,
  ) {}

  get url(): string {
    return this.options.publicUrl ?? `http://localhost:${this.options.port}`;
  }

  async start(): Promise<void> {
    const superuserUrl = await this.startPostgres();
    this.redisUrl = await this.startRedis();
    const { secrets } = this.options;
    this.database = await this.progress.step('Preparing the database', async () => (await prepareAndMigrate(superuserUrl, secrets.databasePasswords)).database);
    await this.progress.step('Starting auth, crm, crm-worker and gateway', () => this.startServices(this.database!));
  }

  /** Within seconds and in order: first who asks, then who answers, then the databases. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  /** The running process of a part; of PostgreSQL the server itself. */
  pidOf(name: ServiceName | 'postgres' | 'redis'): number | null {
    if (name === 'postgres') return this.postgres?.pid() ?? null;
    return (name === 'redis' ? this.servers.get(name) : this.services.get(name))?.child?.pid ?? null;
  }

  async restart(name: ServiceName): Promise<void> {
    await this.services.get(name)?.restart();
  }

  /** What runs now, for those who look at this run from outside. */
  parts(): { children: Record<string, number>; postgresPort?: number } {
    const postgres = this.postgres?.pid() ?? null;
    const children = [...this.servers, ...this.services].flatMap(([name, { child }]) => (child === null ? [] : [[name === 'postgres' ? 'postgres-keeper' : name, child.pid] as const]));
    return {
      children: { ...Object.fromEntries(children), ...(postgres === null ? {} : { postgres }) },
      ...(this.postgres === null ? {} : { postgresPort: Number(new URL(this.postgres.superuserUrl).port) }),
    };
  }

  private async startPostgres(): Promise<string> {
    const { databaseUrl, dataFolder, logsFolder, secrets } = this.options;
    if (databaseUrl !== undefined) {
      await this.progress.step('Reaching the PostgreSQL of DATABASE_URL', () => checkOwnServer(databaseUrl));
      return databaseUrl;
    }
    this.postgres = await this.progress.step('Starting PostgreSQL', () => embeddedPostgres(dataFolder, logsFolder, secrets.databasePasswords.superuser, this.hear));
    this.servers.set('postgres', this.postgres.supervised);
    await this.stopIfAsked();
    return this.postgres.superuserUrl;
  }

  private async startRedis(): Promise<string> {
    const { redisUrl, logsFolder } = this.options;
    if (redisUrl !== undefined) return redisUrl;
    const redis = await this.progress.step('Starting Redis', () => embeddedRedis(logsFolder, this.hear));
    this.servers.set('redis', redis.supervised);
    await this.stopIfAsked();
    return redis.url;
  }

  private async startServices(database: PreparedDatabase): Promise<void> {
    const { secrets, port, host = '127.0.0.1', logsFolder, webRoot, env, nodeArguments } = this.options;
    const definitions = await servicesFor({
      database, redisUrl: this.redisUrl, authEncryptionKey: secrets.authEncryptionKey, port, host, publicUrl: this.url, logsFolder,
      ...(webRoot === undefined ? {} : { webRoot }), ...(env === undefined ? {} : { env }),
    });
    await this.stopIfAsked();
    for (const [name, definition] of Object.entries(definitions) as [ServiceName, (typeof definitions)[ServiceName]][]) {
      this.services.set(name, new Supervised({ name, ...this.hear, begin: () => startService(definition, nodeArguments) }));
    }
    await Promise.all([...this.services.values()].map((service) => service.start()));
    const works = await pollUntil(() => this.stopped !== null || canWork(port), { within: 30_000 });
    if (works === null) throw new PlainError(`Everything runs, but nobody could work for 30 s. The reason is in the files of ${logsFolder}.`);
  }

  private readonly hear: Listener = {
    say: (line) => {
      if (this.stopped === null) this.progress.say(line);
    },
    changed: () => this.options.changed?.(),
  };

  /** Ctrl-C in the middle of the start. */
  private async stopIfAsked(): Promise<void> {
    if (this.stopped === null) return;
    await this.stopAll();
    throw new Error('stopped');
  }

  private async stopAll(): Promise<void> {
    const stop = (parts: (Supervised | undefined)[]): Promise<unknown> => Promise.allSettled(parts.flatMap((part) => part?.stop() ?? []));
    await stop([this.services.get('gateway')]);
    await stop([this.services.get('crm'), this.services.get('crm-worker'), this.services.get('auth')]);
    await stop([...this.servers.values()]);
  }
}
