import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import type { ModelUsage } from './middleware/usage-meter.js';

const perMillion = z.number().nonnegative();

const priceListSchema = z.strictObject({
  /** Sign or code of the currency, e.g. USD. */
  currency: z.string().min(1),
  /** Prices of a million tokens by the name of the model. */
  models: z.record(z.string(), z.strictObject({
    input: perMillion,
    output: perMillion,
    /** Input tokens that the server's prefix cache had. Default: as `input`. */
    cachedInput: perMillion.optional(),
  })),
});
export type PriceList = z.infer<typeof priceListSchema>;

export interface Cost {
  amount: number;
  currency: string;
}

/** Reads a price list, YAML or JSON. @throws UsageError. */
export async function readPriceList(file: string): Promise<PriceList> {
  let content: unknown;
  try {
    content = parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`Expected a price list in YAML at ${file}, but it cannot be read (${oneLine(error)}). Check the path and the file.`);
  }
  const parsed = priceListSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`${file}: ${issue?.path.join('.') || 'the list'}: ${issue?.message}. Expected \`currency: USD\` and \`models: { name: { input: 0.2, output: 0.6 } }\`, per million tokens.`);
}

/** What the tokens of a model cost. Null when the list does not have the model, or its server tells no tokens: that is not known, not free. */
export function priceUsage({ currency, models }: PriceList, name: string, usage: ModelUsage): Cost | null {
  const price = Object.hasOwn(models, name) ? models[name] : undefined;
  const isUntold = usage.calls > usage.fromCache + usage.failures && usage.promptTokens + usage.completionTokens === 0;
  if (!price || isUntold) return null;
  const { input, output, cachedInput = input } = price;
  const fresh = usage.promptTokens - usage.prefixCachedTokens;
  return { amount: (fresh * input + usage.prefixCachedTokens * cachedInput + usage.completionTokens * output) / 1e6, currency };
}
