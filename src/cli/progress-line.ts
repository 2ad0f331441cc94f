/** What a model was asked so far, as ModelInUse has it. */
export interface ModelLoad {
  usage: { calls: number; open: number; fromCache: number; failures: number; promptTokens: number; completionTokens: number };
  readLoad(): { inFlight: number };
}

export interface ProgressState {
  /** Things that are counted, in the plural. */
  what: string;
  done: number;
  /** Null while it is not known. */
  total: number | null;
  elapsedMs: number;
  models: readonly ModelLoad[];
}

/** Below this the speed says nothing yet. */
const SETTLED_MS = 3000;

/** One line on how far the work is, what is under way at the models, and how long it will still take. */
export function progressLine({ what, done, total, elapsedMs, models }: ProgressState): string {
  const parts = [total === null ? `${done} ${what}` : `${done}/${total} ${what}`];
  const perMinute = done / (elapsedMs / 60_000);
  const isSettled = elapsedMs >= SETTLED_MS && done > 0;
  if (isSettled) parts.push(`${perMinute < 10 ? perMinute.toFixed(1) : Math.round(perMinute)} a minute`);
  // What is about to be cut off in a narrow terminal stands last.
  if (isSettled && total !== null && done < total) parts.push(`${formatDuration((total - done) / perMinute)} left`);
  if (models.length > 0) parts.push(...describeLoad(models));
  return parts.join(', ');
}

function describeLoad(models: readonly ModelLoad[]): string[] {
  const sum = (pick: (model: ModelLoad) => number): number => models.reduce((total, model) => total + pick(model), 0);
  const calls = sum(({ usage }) => usage.calls);
  const failures = sum(({ usage }) => usage.failures);
  const inFlight = sum((model) => model.readLoad().inFlight);
  // For room at the server, or for the next try.
  const waiting = Math.max(0, sum(({ usage }) => usage.open) - inFlight);
  return [
    `calls: ${inFlight} in flight${waiting > 0 ? `, ${waiting} waiting` : ''}`,
    ...(failures > 0 ? [`${failures} failed`] : []),
    `${formatCount(sum(({ usage }) => usage.promptTokens + usage.completionTokens))} tokens`,
    ...(calls > 0 ? [`${Math.round((100 * sum(({ usage }) => usage.fromCache)) / calls)} % of calls cached`] : []),
  ];
}

function formatCount(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1e6 ? `${Math.round(count / 1000)} k` : `${(count / 1e6).toFixed(1)} M`;
}

function formatDuration(minutes: number): string {
  if (minutes < 1) return `${Math.max(1, Math.round(minutes * 60))} s`;
  return minutes < 90 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}
