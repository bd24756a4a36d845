import path from 'node:path';
import { postgresFolder } from '../embedded/operating-user.js';
import { startPostgres, type EmbeddedPostgres } from '../embedded/postgres.js';
import { newRedisPassword, redisAddress, startRedis } from '../embedded/redis.js';
import { freePort } from '../processes/free-ports.js';
import { repositoryRoot } from '../repository.js';
import { Supervised, type SupervisedOptions } from './supervised.js';

/** Who is told what happens to a server. */
export type Listener = Pick<SupervisedOptions, 'say' | 'changed'>;

export interface PostgresServer {
  superuserUrl: string;
  supervised: Supervised;
  /** The pid of PostgreSQL itself, not of its keeper. */
  pid(): number | null;
}

/** The embedded PostgreSQL on one port for the whole run, so that a restart is found again. */
export async function embeddedPostgres(dataFolder: string, logsFolder: string, password: string, hear: Listener): Promise<PostgresServer> {
  const port = await freePort();
  let latest: EmbeddedPostgres | undefined;
  const supervised = new Supervised({
    name: 'postgres',
    ...hear,
    begin: async () => {
      latest = await startPostgres({ folder: postgresFolder(repositoryRoot, dataFolder), password, port, logFile: path.join(logsFolder, 'postgres.log') });
      if (latest.clearedLeftovers) hear.say('A PostgreSQL of an earlier run that was killed has been stopped first.');
      return latest;
    },
  });
  await supervised.start();
  return { superuserUrl: latest!.superuserUrl, supervised, pid: () => latest!.pid() };
}

export interface RedisServer {
  url: string;
  kind: string;
  supervised: Supervised;
}

export async function embeddedRedis(logsFolder: string, hear: Listener): Promise<RedisServer> {
  const [port, password] = [await freePort(), newRedisPassword()];
  let kind = '';
  const supervised = new Supervised({
    name: 'redis',
    ...hear,
    begin: async () => {
      const redis = await startRedis({ port, password, logFile: path.join(logsFolder, 'redis.log') });
      kind = redis.kind;
      return redis;
    },
  });
  await supervised.start();
  return { url: redisAddress(port, password), kind, supervised };
}
