import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { runInCall } from '../context/index.js';
import { createLogger } from './logger.js';

async function linesOf(work: (logger: ReturnType<typeof createLogger>) => void): Promise<Record<string, unknown>[]> {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    written.push(String(line));
    return true;
  });
  work(createLogger({ service: 'crm', level: 'info', release: '1.2.3' }));
  await setImmediate();
  spy.mockRestore();
  return written.flatMap((lines) => lines.trim().split('\n')).map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('log lines', () => {
  it('say which service, release, request, workspace and user', async () => {
    const actor = { userId: 'u', workspaceId: 'w', role: 'owner', sessionId: 's', name: 'Ada', timeZone: 'UTC', ownTimeZone: 'UTC', country: '', token: 'secret-token' } as const;
    const [line] = await linesOf((logger) => runInCall({ requestId: 'r', actor, signal: new AbortController().signal, deadline: 0 }, () => logger.info('Moved')));
    expect(line).toMatchObject({ level: 'info', service: 'crm', release: '1.2.3', requestId: 'r', workspaceId: 'w', userId: 'u', msg: 'Moved' });
    expect(JSON.stringify(line)).not.toContain('secret-token');
  });

  it('never hold passwords, tokens and connection strings', async () => {
    const lines = await linesOf((logger) => {
      logger.info({ password: 'hunter2', request: { sessionToken: 'hunter2', headers: { cookie: 'hunter2', authorization: 'hunter2' } }, config: { DATABASE_URL: 'hunter2' } }, 'x');
    });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('leave out what is below the level', async () => {
    expect(await linesOf((logger) => logger.debug('x'))).toEqual([]);
  });

  it('of one turn leave in one write, in their order', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const logger = createLogger({ service: 'crm', level: 'info', release: '1.2.3' });
    logger.info('first');
    logger.info('second');
    await setImmediate();
    const writes = write.mock.calls.map(([text]) => String(text));
    write.mockRestore();
    expect(writes).toEqual([expect.stringMatching(/"first".*\n.*"second".*\n$/)]);
  });
});
