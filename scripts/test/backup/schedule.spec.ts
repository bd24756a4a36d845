import { describe, expect, it } from '@jest/globals';
import { scheduleEntry } from '../../src/backup/schedule.js';
import { inRepository } from '../../src/repository.js';

describe('the schedule', () => {
  it('is a line for cron that keeps what is said', () => {
    expect(scheduleEntry({ at: '02:05', platform: 'linux' })).toBe(`5 2 * * * "${inRepository('scripts/backup.sh')}" >> "${inRepository('.data/logs/backup.log')}" 2>&1 # CRM-VISION backup`);
  });

  it('is a command for Task Scheduler on Windows', () => {
    expect(scheduleEntry({ at: '23:59', platform: 'win32' })).toMatch(
      /^schtasks \/Create \/F \/SC DAILY \/ST 23:59 \/TN "CRM-VISION backup" \/TR "powershell\.exe -NoProfile -ExecutionPolicy Bypass -File \\".*scripts\\backup\.ps1\\""$/,
    );
  });

  it.each(['2:00', '24:00', '02:60', 'noon'])('is refused at %s', (at) => {
    expect(() => scheduleEntry({ at, platform: 'linux' })).toThrow('is no time of day: write it like 02:00.');
  });
});
