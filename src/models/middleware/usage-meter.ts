/** What a model was asked and what it cost, for progress and manifests. */
export interface ModelUsage {
  /** Calls that ended, cached ones and failures included. */
  calls: number;
  /** Answered from the cache, or by an equal call that was under way: no cost. */
  fromCache: number;
  failures: number;
  /** Calls begun and not ended. */
  open: number;
  /** Tokens paid for. Servers that tell none count 0. */
  promptTokens: number;
  completionTokens: number;
  /** Of `promptTokens`, those that the server's prefix cache had. */
  prefixCachedTokens: number;
  /** Warnings of the answers, with how often each came; at most 20 different ones. */
  warnings: Record<string, number>;
  /** Names that the server gave the model in its answers, usually one. */
  names: string[];
}

export function emptyUsage(): ModelUsage {
  return { calls: 0, fromCache: 0, failures: 0, open: 0, promptTokens: 0, completionTokens: 0, prefixCachedTokens: 0, warnings: {}, names: [] };
}

/** Different warnings and names that are kept: a server that writes a new one each time must not fill the memory. */
const KEPT = 20;

/** Counts a warning, and remembers a name that is new. */
export function noteAnswer(usage: ModelUsage, { warnings, model }: { warnings: readonly string[]; model: string | null }): void {
  for (const warning of warnings) {
    if (warning in usage.warnings || Object.keys(usage.warnings).length < KEPT) usage.warnings[warning] = (usage.warnings[warning] ?? 0) + 1;
  }
  if (model !== null && !usage.names.includes(model) && usage.names.length < KEPT) usage.names.push(model);
}
