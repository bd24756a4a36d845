import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { baseConfig, bindAddress, databaseConfig, integer, list, secret } from './define-config.js';
import { type ConfigError, loadConfig } from './load-config.js';

const definition = z.object({
  ...baseConfig, ...databaseConfig,
  BIND: bindAddress().default('0.0.0.0:50051').describe('Where it listens'),
  ORIGINS: list().default([]).describe('Origins'),
  RETRIES: integer(0, 5).default(3).describe('Retries'),
  API_SECRET: secret(z.string().min(64, 'Must have 64 characters.')).describe('Signs things'),
});
const good = { DATABASE_URL: 'postgres://u:p@localhost/db', API_SECRET: 's'.repeat(64) };

function problems(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(definition, { ...good, ...environment });
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
}

describe('loadConfig', () => {
  it('fills in defaults and gives values their types', () => {
    expect(loadConfig(definition, { ...good, RETRIES: '5', ORIGINS: 'https://a.example, https://b.example,' })).toMatchObject({
      RETRIES: 5, ORIGINS: ['https://a.example', 'https://b.example'], BIND: '0.0.0.0:50051', LOG_LEVEL: 'info', DB_POOL_SIZE_MAX: 8,
    });
  });

  it('treats an empty variable as absent', () => {
    expect(loadConfig(definition, { ...good, RETRIES: '' }).RETRIES).toBe(3);
    expect(problems({ API_SECRET: '' })).toEqual(['API_SECRET is missing: Signs things']);
  });

  it.each<Record<string, string>>([
    { RETRIES: 'three' }, { RETRIES: '1.5' }, { RETRIES: '6' }, { RETRIES: '-1' }, { RETRIES: '3x' }, { RETRIES: 'Infinity' },
    { BIND: 'localhost' }, { BIND: '50051' }, { MANAGEMENT_PORT: '65536' }, { LOG_LEVEL: 'INFO' }, { NODE_ENV: 'prod' }, { DATABASE_URL: 'http://x' },
    { SENTRY_DSN: 'dsn' }, { DB_STATEMENT_TIMEOUT_MS: '1' }, { LAUNCHER_PIPE: 'yes' },
  ])('refuses %j and names it', (environment) => {
    const [key = ''] = Object.keys(environment);
    expect(problems(environment)).toEqual([expect.stringMatching(new RegExp(`^${key}\\b`))]);
  });

  it('lists every bad variable at once', () => {
    expect(problems({ RETRIES: 'x', BIND: 'y', LOG_LEVEL: 'z' })).toHaveLength(3);
  });

  it('never shows the value of a secret', () => {
    const text = problems({ DATABASE_URL: 'mysql://root:hunter2@db', API_SECRET: 'hunter2', SENTRY_DSN: 'hunter2' }).join('\n');
    expect(text).toMatch(/DATABASE_URL is not valid/);
    expect(text).not.toContain('hunter2');
  });
});
