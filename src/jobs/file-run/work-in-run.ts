import type { Run } from '../../runs/index.js';

export interface RunWork {
  /** What the time is noted under. */
  stage: string;
  /** Read when the work has ended, whichever way: what was asked is paid for. */
  sumUp: () => Parameters<Run['noteModels']>[0];
}

/** Does the work of a run, notes what it took and what the models were asked, and closes the run. */
export async function workInRun<T>(run: Run, { stage, sumUp }: RunWork, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    run.noteTiming(stage, Math.round(performance.now() - start));
    run.noteModels(sumUp());
    await run.close();
  }
}
