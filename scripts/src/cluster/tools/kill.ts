import fs from 'node:fs';
import type { Kubectl } from './kubectl.js';
import type { Pod } from './pods.js';

/**
 * kill -9 of a pod's processes. From inside, process 1 is out of reach of that signal; where the pods run on this machine its
 * processes are found by the pod's control group. Elsewhere the pod is deleted without any grace.
 */
export async function killProcesses(kubectl: Kubectl, pod: Pod): Promise<'killed' | 'deleted'> {
  const pids = processesOf(pod.metadata.uid).filter((pid) => !isPause(pid));
  if (pids.length === 0) {
    await kubectl.run(['delete', 'pod', pod.metadata.name, '--grace-period=0', '--force', '--wait=false']);
    return 'deleted';
  }
  for (const pid of pids) tryKill(pid);
  return 'killed';
}

function processesOf(podUid: string): number[] {
  const marks = [podUid, podUid.replaceAll('-', '_')];
  const pids = fs.existsSync('/proc') ? fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return pids.filter((pid) => marks.some((mark) => readProc(`${pid}/cgroup`).includes(mark))).map(Number);
}

/** The process that holds the pod's network; its death would be another fault, of the whole sandbox. */
const isPause = (pid: number): boolean => /^\/?pause\b/.test(readProc(`${pid}/cmdline`));

function readProc(file: string): string {
  try {
    return fs.readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself, or with its parent
  }
}
