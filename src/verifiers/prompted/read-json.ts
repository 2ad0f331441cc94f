import type { z } from 'zod';
import { ParseError } from '../../errors/index.js';
import type { GenerateResult } from '../../models/chat-model.js';
import { parseModelJson } from '../../models/parse-model-json.js';

/**
 * Reads the JSON of an answer, and says whether it had to be mended. A part of an answer is no answer: what was cut off is asked for again.
 * @throws ParseError in words that can be quoted to the model.
 */
export function readWholeJson<T>({ text, finishReason }: GenerateResult, schema: z.ZodType<T>): { value: T; isRepaired: boolean } {
  const { value, isRepaired, isCutOff } = parseModelJson(text, schema);
  if (isCutOff) throw new ParseError(`Expected whole JSON, but the answer ended inside it${finishReason === 'length' ? ' (it reached the most tokens allowed)' : ''}. Answer more briefly.`);
  return { value, isRepaired };
}

/** The JSON of an answer (see readWholeJson), mended or not. @throws ParseError. */
export function readJson<T>(result: GenerateResult, schema: z.ZodType<T>): T {
  return readWholeJson(result, schema).value;
}
