import { priceUsage, type PriceList } from '../models/prices.js';
import type { SessionModel } from '../runs/index.js';
import type { ModelInUse } from '../verifiers/connect-job-models.js';

/** Writes down for the manifest what each model was, what it was asked, and what that cost. */
export function sumUpModels(models: readonly ModelInUse[], prices?: PriceList): SessionModel[] {
  return models.map(({ jobs, id, info, usage }) => {
    const { calls, fromCache, failures, promptTokens, completionTokens, prefixCachedTokens, warnings, names } = usage;
    return {
      jobs, id, ...info,
      namesSeen: [...names],
      usage: { calls, fromCache, failures, promptTokens, completionTokens, prefixCachedTokens },
      warnings: { ...warnings },
      cost: prices === undefined ? null : priceUsage(prices, info.name, usage),
    };
  });
}
