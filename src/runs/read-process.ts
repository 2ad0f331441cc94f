import { readFileSync } from 'node:fs';

/**
 * Tells processes apart that got the same number one after the other: the start time of a running one.
 * @returns null where the system does not say (only Linux does), or when there is no such process.
 */
export function readProcessStart(pid: number): string | null {
  return readStat(pid)?.[19] ?? null;
}

/** Whether a process still runs. One that ended and was not collected by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return readStat(pid)?.[0] !== 'Z';
}

/** The fields of /proc/PID/stat from the third on; the second is the command's name, which may hold anything. */
function readStat(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
