import fs from 'node:fs';

/** Clock ticks a second in /proc on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/** CPU milliseconds that a process has used so far; null where there is no /proc. */
export function cpuMilliseconds(pid: number): number | null {
  const fields = readStat(pid);
  // Fields 14 and 15 of proc(5); the two before the name are cut off.
  return fields === null ? null : ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** Resident memory of a process in megabytes; null where there is no /proc. */
export function residentMegabytes(pid: number): number | null {
  const fields = readStat(pid);
  return fields === null ? null : (Number(fields[21]) * PAGE_BYTES) / 1024 / 1024;
}

/** The name of a program may hold spaces and brackets: only what follows the last bracket is split. */
function readStat(pid: number): string[] | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
