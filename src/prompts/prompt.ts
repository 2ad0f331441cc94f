import { z } from 'zod';

/** Names of inputs: letters and digits, beginning with a small letter. */
const inputNameSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'Expected a name like `question`');

/**
 * What a prompt is given.
 * `text`: must be there. `optional`: null leaves out every part that names it.
 * `list`: items of named texts; a part or a run of messages is repeated for `each`.
 */
const inputSchema = z.union([
  z.enum(['text', 'optional']),
  z.strictObject({ list: z.array(inputNameSchema).min(1) }),
]);
export type PromptInput = z.infer<typeof inputSchema>;

/** A piece of a message, in the order in which the model reads it. */
const promptPartSchema = z.union([
  z.strictObject({ text: z.string() }),
  /** All images of the problem, in order. */
  z.strictObject({ images: z.literal('all') }),
  /** The text once for each item of a list; it may name the fields of the item and other inputs. */
  z.strictObject({ each: inputNameSchema, text: z.string() }),
]);
export type PromptPart = z.infer<typeof promptPartSchema>;

const messageSchema = z.strictObject({
  role: z.enum(['system', 'user', 'assistant']),
  parts: z.array(promptPartSchema).min(1),
});

/** A message, or a run of messages that is repeated for each item of a list (multi-turn protocols). */
const messageOrRunSchema = z.union([
  messageSchema,
  z.strictObject({ each: inputNameSchema, messages: z.array(messageSchema).min(1) }),
]);
export type PromptMessage = z.infer<typeof messageSchema>;

const labels = { positive: z.string().min(1), negative: z.string().min(1) };

/** What the model must answer. */
const promptAnswerSchema = z.discriminatedUnion('type', [
  /** One of two labels and nothing else. */
  z.strictObject({ type: z.literal('label'), ...labels }),
  /** A JSON array with one label an item. */
  z.strictObject({ type: z.literal('label-array'), ...labels }),
  /** Free reasoning, then a last line that begins with `marker` and ends with a label. */
  z.strictObject({ type: z.literal('verdict'), marker: z.string().min(1), ...labels }),
  /** JSON that fits a JSON Schema. */
  z.strictObject({ type: z.literal('json'), name: z.string().regex(/^[a-z][a-z0-9_]*$/), schema: z.record(z.string(), z.unknown()) }),
  z.strictObject({ type: z.literal('text') }),
]);
export type PromptAnswer = z.infer<typeof promptAnswerSchema>;

const samplingSchema = z.strictObject({
  temperature: z.number().min(0).max(5),
  topP: z.number().gt(0).max(1).optional(),
  maxTokens: z.int().min(1),
});

/** One prompt file: a text with everything that belongs to it. */
export const promptSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Expected small letters, digits and hyphens, like `judge-step-strict`'),
  version: z.int().min(1),
  /** What it is for, in one line. */
  summary: z.string().min(1),
  inputs: z.record(inputNameSchema, inputSchema),
  /** `all`: the images stand where the `images` part is. `none`: the model sees no image. */
  images: z.enum(['none', 'all']),
  messages: z.array(messageOrRunSchema).min(1),
  answer: promptAnswerSchema,
  sampling: samplingSchema,
});
export type Prompt = z.infer<typeof promptSchema>;

/** The name under which a prompt goes into manifests and locks: `judge-step-strict@1`. */
export function promptRef({ id, version }: Pick<Prompt, 'id' | 'version'>): string {
  return `${id}@${version}`;
}
