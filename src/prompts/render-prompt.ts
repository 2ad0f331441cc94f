import { PromptError } from '../errors/index.js';
import { parseTemplate, type TemplateSegment } from './parse-template.js';
import { promptRef, type Prompt, type PromptMessage, type PromptPart } from './prompt.js';

/** A value of each declared input: text, null for an optional one that is not there, or items of a list. */
export type PromptValues = Readonly<Record<string, string | null | readonly Readonly<Record<string, string>>[]>>;

export interface RenderedMessage {
  role: 'system' | 'user' | 'assistant';
  /** `images` stands for all images of the problem, in order. Neighbouring texts are one part. */
  parts: ({ type: 'text'; text: string } | { type: 'images' })[];
}

/**
 * Puts values into a prompt. Each value is put in once, as it is, and is never read as a template.
 * A message left with nothing in it is dropped.
 * @throws PromptError when a value is missing, not declared, or of the wrong kind.
 */
export function renderPrompt(prompt: Prompt, values: PromptValues): RenderedMessage[] {
  checkValues(prompt, values);
  const messages = prompt.messages.flatMap((entry): RenderedMessage[] => {
    if (!('each' in entry)) return [renderMessage(entry, values, {})];
    return listOf(values, entry.each).flatMap((item) => entry.messages.map((message) => renderMessage(message, values, item)));
  });
  return messages.filter(({ parts }) => parts.length > 0);
}

function renderMessage(message: PromptMessage, values: PromptValues, fields: Readonly<Record<string, string>>): RenderedMessage {
  const parts: RenderedMessage['parts'] = [];
  for (const part of message.parts) {
    if ('images' in part) {
      parts.push({ type: 'images' });
      continue;
    }
    const text = renderPart(part, values, fields);
    const last = parts.at(-1);
    if (last?.type === 'text') last.text += text;
    else if (text !== '') parts.push({ type: 'text', text });
  }
  return { role: message.role, parts };
}

function renderPart(part: Exclude<PromptPart, { images: 'all' }>, values: PromptValues, fields: Readonly<Record<string, string>>): string {
  if (!('each' in part)) return renderText(part.text, values, fields);
  return listOf(values, part.each).map((item) => renderText(part.text, values, { ...fields, ...item })).join('');
}

/** Templates that were rendered before: a run has a few, and renders them many thousand times. */
const parsed = new Map<string, TemplateSegment[]>();

/** A text with its values; empty when it names an optional input that is not there. */
function renderText(template: string, values: PromptValues, fields: Readonly<Record<string, string>>): string {
  let segments = parsed.get(template);
  if (segments === undefined) parsed.set(template, segments = parseTemplate(template) ?? []);
  const pieces = segments.map((segment) => {
    if ('literal' in segment) return segment.literal;
    return Object.hasOwn(fields, segment.input) ? fields[segment.input] : values[segment.input];
  });
  return pieces.includes(null) ? '' : pieces.join('');
}

const listOf = (values: PromptValues, name: string): readonly Readonly<Record<string, string>>[] => values[name] as readonly Readonly<Record<string, string>>[];

function checkValues(prompt: Prompt, values: PromptValues): void {
  const fail = (message: string): never => {
    throw new PromptError(`Prompt ${promptRef(prompt)}: ${message}`);
  };
  const undeclared = Object.keys(values).find((name) => !Object.hasOwn(prompt.inputs, name));
  if (undeclared !== undefined) fail(`\`${undeclared}\` was given, but is not among its inputs (${Object.keys(prompt.inputs).join(', ')}).`);
  for (const [name, input] of Object.entries(prompt.inputs)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) fail(`the input \`${name}\` is missing.`);
    if (typeof input !== 'object') {
      if (typeof value !== 'string' && !(value === null && input === 'optional')) fail(`expected text for the input \`${name}\`, got ${value === null ? 'null' : 'a list'}.`);
      continue;
    }
    if (!Array.isArray(value)) return fail(`expected a list for the input \`${name}\`, got ${value === null ? 'null' : 'text'}.`);
    for (const item of value as Record<string, unknown>[]) {
      const wrong = input.list.find((field) => typeof item[field] !== 'string') ?? Object.keys(item).find((field) => !input.list.includes(field));
      if (wrong !== undefined) fail(`expected each item of \`${name}\` to have the texts ${input.list.join(', ')}; \`${wrong}\` does not fit.`);
    }
  }
}
