import type { SessionModel } from '../runs/index.js';

/** Says in a line a model what it was asked and what that cost, and below it what its answers warned of. */
export function describeModels(models: readonly SessionModel[]): string[] {
  return models.flatMap(({ jobs, name, usage, warnings, cost }) => {
    const { calls, fromCache, failures, promptTokens, completionTokens, prefixCachedTokens } = usage;
    const parts = [
      `${calls} calls${fromCache > 0 ? ` (${fromCache} answered without asking)` : ''}${failures > 0 ? `, ${failures} failed` : ''}`,
      `${promptTokens} tokens in${prefixCachedTokens > 0 ? ` (${Math.round((100 * prefixCachedTokens) / promptTokens)} % from the server's prefix cache)` : ''}, ${completionTokens} out`,
      ...(cost === null ? [] : [`${cost.amount.toFixed(cost.amount < 1 ? 4 : 2)} ${cost.currency}`]),
    ];
    return [`${name} (${jobs.join(', ')}): ${parts.join('; ')}`, ...Object.entries(warnings).map(([text, count]) => `  ${count} x ${text}`)];
  });
}
