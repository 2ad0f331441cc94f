import type { z } from 'zod';
import { ParseError } from '../../errors/index.js';
import type { GenerateResult } from '../../models/chat-model.js';
import { parseModelJson } from '../../models/parse-model-json.js';

/**
 * Reads the JSON of an answer. A part of an answer is no answer: what was cut off is asked for again.
 * @throws ParseError in words that can be quoted to the model.
 */
export function readJson<T>({ text, finishReason }: GenerateResult, schema: z.ZodType<T>): T {
  const { value, isCutOff } = parseModelJson(text, schema);
  if (isCutOff) throw new ParseError(`Expected whole JSON, but the answer ended inside it${finishReason === 'length' ? ' (it reached the most tokens allowed)' : ''}. Answer more briefly.`);
  return value;
}
