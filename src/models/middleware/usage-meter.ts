/** What a model was asked and what it cost, for progress and manifests. */
export interface ModelUsage {
  /** Calls that ended, cached ones and failures included. */
  calls: number;
  /** Answered from the cache: no cost. */
  fromCache: number;
  failures: number;
  /** Calls begun and not ended. */
  open: number;
  /** Tokens paid for. Servers that tell none count 0. */
  promptTokens: number;
  completionTokens: number;
  /** Of `promptTokens`, those that the server's prefix cache had. */
  prefixCachedTokens: number;
}

export function emptyUsage(): ModelUsage {
  return { calls: 0, fromCache: 0, failures: 0, open: 0, promptTokens: 0, completionTokens: 0, prefixCachedTokens: 0 };
}
