import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findExecutable } from '../processes/find-executable.js';
import { repositoryRoot } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';

const taskName = 'CRM-VISION backup';
const marker = '# CRM-VISION backup';

export interface Schedule {
  /** `HH:MM`. */
  at: string;
  platform: NodeJS.Platform;
}

/** The line of a crontab, or the command for Task Scheduler. */
export function scheduleEntry({ at, platform }: Schedule): string {
  const time = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at);
  if (!time) throw new PlainError(`"${at}" is no time of day: write it like 02:00.`);
  if (platform === 'win32') return `schtasks /Create /F /SC DAILY /ST ${at} /TN "${taskName}" /TR "${windowsTask()}"`;
  const log = path.join(repositoryRoot, '.data', 'logs', 'backup.log');
  return `${Number(time[2])} ${Number(time[1])} * * * "${path.join(repositoryRoot, 'scripts', 'backup.sh')}" >> "${log}" 2>&1 ${marker}`;
}

const windowsTask = (): string => `powershell.exe -NoProfile -ExecutionPolicy Bypass -File \\"${path.win32.join(repositoryRoot, 'scripts', 'backup.ps1')}\\"`;

/** Puts it in place of an earlier one; answers what was said about it. */
export function installSchedule(schedule: Schedule): string {
  const entry = scheduleEntry(schedule);
  if (schedule.platform === 'win32') return tell(spawnSync(entry, { shell: true, encoding: 'utf8' }));
  const crontab = findExecutable(['crontab']);
  if (crontab === null) throw new PlainError('There is no crontab on this system: run crmctl backup every day by what starts jobs here.');
  const before = spawnSync(crontab, ['-l'], { encoding: 'utf8' });
  const others = (before.status === 0 ? before.stdout : '').split('\n').filter((line) => line && !line.endsWith(marker));
  return tell(spawnSync(crontab, ['-'], { input: `${[...others, entry].join('\n')}\n`, encoding: 'utf8' }));
}

function tell({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): string {
  if (status !== 0) throw new PlainError(`The schedule was not installed: ${stderr.trim() || stdout.trim()}.`);
  return `Installed: every day a backup. ${stdout.trim()}`.trim();
}
