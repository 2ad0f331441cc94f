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
  /** Columns that there are. Default: no end of them. */
  width?: number;
}

/** Below this the speed says nothing yet. */
const SETTLED_MS = 3000;

/** A part of the line; in a narrow terminal those with the highest rank go first, and rank 0 never. */
interface Part {
  text: string;
  rank: number;
}

/** One line on how far the work is, what is under way at the models, and how long it will still take, within `width` columns as far as that goes. */
export function progressLine({ what, done, total, elapsedMs, models, width = Infinity }: ProgressState): string {
  const parts: Part[] = [{ text: total === null ? `${done} ${what}` : `${done}/${total} ${what}`, rank: 0 }];
  const perMinute = done / (elapsedMs / 60_000);
  const isSettled = elapsedMs >= SETTLED_MS && done > 0;
  if (isSettled) parts.push({ text: `${perMinute < 10 ? perMinute.toFixed(1) : Math.round(perMinute)} a minute`, rank: 3 });
  if (isSettled && total !== null && done < total) parts.push({ text: `${formatDuration((total - done) / perMinute)} left`, rank: 0 });
  if (models.length > 0) parts.push(...describeLoad(models));
  return fit(parts, width);
}

function fit(parts: readonly Part[], width: number): string {
  const line = parts.map(({ text }) => text).join(', ');
  const most = Math.max(...parts.map(({ rank }) => rank));
  return line.length <= width || most === 0 ? line : fit(parts.filter(({ rank }) => rank < most), width);
}

function describeLoad(models: readonly ModelLoad[]): Part[] {
  const sum = (pick: (model: ModelLoad) => number): number => models.reduce((total, model) => total + pick(model), 0);
  const calls = sum(({ usage }) => usage.calls);
  const failures = sum(({ usage }) => usage.failures);
  const inFlight = sum((model) => model.readLoad().inFlight);
  // For room at the server, or for the next try.
  const waiting = Math.max(0, sum(({ usage }) => usage.open) - inFlight);
  return [
    { text: `calls: ${inFlight} in flight`, rank: 1 },
    ...(waiting > 0 ? [{ text: `${waiting} waiting`, rank: 2 }] : []),
    ...(failures > 0 ? [{ text: `${failures} failed`, rank: 0 }] : []),
    { text: `${formatCount(sum(({ usage }) => usage.promptTokens + usage.completionTokens))} tokens`, rank: 4 },
    ...(calls > 0 ? [{ text: `${Math.round((100 * sum(({ usage }) => usage.fromCache)) / calls)} % of calls cached`, rank: 5 }] : []),
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
