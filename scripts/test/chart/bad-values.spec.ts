import { ConfigError, loadConfig } from '@crm-vision/common/config';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { goodEnvironments, readBadValues, type ServiceName } from '../../src/chart/bad-values.js';
import { readDefinitions } from '../../src/docs/configuration.js';

const cases = readBadValues();
const atStart = cases.filter(({ start }) => start !== undefined);
let definitions: Map<string, z.ZodObject>;
beforeAll(async () => {
  definitions = await readDefinitions();
});

function start(service: ServiceName, env: Record<string, string>): string {
  try {
    loadConfig(definitions.get(service)!, { ...goodEnvironments[service], ...env });
    return 'started';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('bad values', () => {
  it('are at least thirty that a service can get, each with the sentence of its refusal', () => {
    expect(atStart.length).toBeGreaterThanOrEqual(30);
    expect(cases.filter(({ says }) => typeof says !== 'string' || says.length < 5)).toEqual([]);
  });

  it.each(Object.keys(goodEnvironments) as ServiceName[])('%s starts with a good environment', (service) => {
    expect(start(service, {})).toBe('started');
  });

  it.each(atStart.map((each) => [each.name, each] as const))('%s: refused at the start', (_name, { says, start: { service, env, says: atStartSays } = {} as never }) => {
    expect(start(service, env)).toContain(atStartSays ?? says);
  });

  it('print no secret', () => {
    const said = atStart.map(({ start: { service, env } = {} as never }) => start(service, env)).join('\n');
    for (const { start: { env } = {} as never } of atStart) {
      for (const key of ['DATABASE_URL', 'REDIS_URL', 'AUTH_ENCRYPTION_KEY', 'SENTRY_DSN']) if (env[key]) expect(said).not.toContain(env[key]);
    }
  });
});
