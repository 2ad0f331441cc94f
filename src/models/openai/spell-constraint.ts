import type { AnswerConstraint } from '../chat-model.js';
import type { DialectName } from '../dialect.js';

/** The request fields that make a server keep to a constraint, and how its answer is wrapped. */
export interface SpelledConstraint {
  fields: Record<string, unknown>;
  /** `none`: the answer is the choice itself. `string`: a JSON string. `object`: `{"answer": "…"}`. */
  wrapping: 'none' | 'string' | 'object';
}

/** Longest wrapping of a choice in tokens: `{"answer":"` and `"}`, with a margin for odd tokenisers. */
export const WRAPPING_TOKENS = 16;

/** Spells a constraint as the server understands it. Ollama spells its own in its native protocol. */
export function spellConstraint(constraint: AnswerConstraint | undefined, dialect: Exclude<DialectName, 'ollama'>): SpelledConstraint {
  if (constraint === undefined) return { fields: {}, wrapping: 'none' };
  if (constraint.type === 'json') return { fields: jsonSchemaFormat(constraint.name, constraint.schema), wrapping: 'none' };
  const { choices } = constraint;
  switch (dialect) {
    case 'vllm': return { fields: { structured_outputs: { choice: choices } }, wrapping: 'none' };
    case 'sglang': return { fields: { regex: `(${choices.map(escapeRegex).join('|')})` }, wrapping: 'none' };
    case 'llamacpp': return { fields: { grammar: `root ::= ${choices.map(quoteForGrammar).join(' | ')}` }, wrapping: 'none' };
    case 'openai':
    case 'generic': return {
      // The root must be an object where the schema is strict.
      fields: jsonSchemaFormat('answer', { type: 'object', properties: { answer: { type: 'string', enum: choices } }, required: ['answer'], additionalProperties: false }),
      wrapping: 'object',
    };
  }
}

function jsonSchemaFormat(name: string, schema: Record<string, unknown>): Record<string, unknown> {
  return { response_format: { type: 'json_schema', json_schema: { name, schema, strict: true } } };
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A GBNF literal: double quotes, with backslash escapes. */
function quoteForGrammar(text: string): string {
  return JSON.stringify(text);
}
