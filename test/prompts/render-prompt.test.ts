import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPrompt } from '../../src/prompts/check-prompt.js';
import { escapeTemplate } from '../../src/prompts/parse-template.js';
import { renderPrompt, type PromptValues } from '../../src/prompts/render-prompt.js';
import type { Prompt } from '../../src/prompts/prompt.js';

const makePrompt = (changes: Record<string, unknown>): Prompt => checkPrompt({
  id: 'sample', version: 1, summary: 'A sample.', images: 'none', inputs: {},
  messages: [], answer: { type: 'text' }, sampling: { temperature: 0, maxTokens: 8 }, ...changes,
}, 'sample');

const texts = (prompt: Prompt, values: PromptValues): string[] =>
  renderPrompt(prompt, values).map(({ parts }) => parts.map((part) => (part.type === 'text' ? part.text : '[images]')).join(''));

const listed = makePrompt({
  images: 'all',
  inputs: { question: 'text', choices: 'optional', steps: { list: ['number', 'text'] } },
  messages: [
    { role: 'system', parts: [{ text: 'Judge.' }] },
    { role: 'user', parts: [{ images: 'all' }, { text: 'Q: {{question}}\n' }, { text: 'Options: {{choices}}\n' }, { each: 'steps', text: '{{number}}) {{text}}\n' }] },
  ],
});

/** Text that looks like everything a template language or String.replace may treat as special. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('{{', '}}', '{{question}}', '{{text}}', '{{{{number}}}}', '$&', '$1', "$'", '$`', '\\{{', '\\', '{', '}', '<image>', '<|im_end|>', '\n', 'a'), { maxLength: 12 }).map((pieces) => pieces.join('')),
);

describe('renderPrompt', () => {
  it('puts every value in once, exactly as it is', () => {
    fc.assert(fc.property(hostile, fc.option(hostile), fc.array(hostile, { maxLength: 4 }), (question, choices, steps) => {
      const values = { question, choices, steps: steps.map((text, at) => ({ number: String(at + 1), text })) };
      const expected = `[images]Q: ${question}\n${choices === null ? '' : `Options: ${choices}\n`}${steps.map((text, at) => `${at + 1}) ${text}\n`).join('')}`;
      expect(texts(listed, values)).toEqual(['Judge.', expected]);
    }));
  });

  it('gives back any text that was escaped for a template', () => {
    fc.assert(fc.property(hostile, (text) => {
      const prompt = makePrompt({ messages: [{ role: 'user', parts: [{ text: `<${escapeTemplate(text)}>` }] }] });
      expect(texts(prompt, {})).toEqual([`<${text}>`]);
    }));
  });

  it('grows only at its end as steps are added', () => {
    const steps = ['one', 'two', 'three'].map((text, at) => ({ number: String(at + 1), text }));
    const rendered = [1, 2, 3].map((count) => texts(listed, { question: 'q', choices: null, steps: steps.slice(0, count) }));
    for (const at of [0, 1]) expect((rendered[at + 1] as string[])[1]?.startsWith((rendered[at] as string[])[1] as string)).toBe(true);
  });

  it('repeats messages for each item and drops a message that has nothing to say', () => {
    const prompt = makePrompt({
      inputs: { note: 'optional', turns: { list: ['text'] } },
      messages: [
        { role: 'user', parts: [{ text: 'Note: {{note}}' }] },
        { each: 'turns', messages: [{ role: 'assistant', parts: [{ text: '+' }] }, { role: 'user', parts: [{ text: '{{text}}' }] }] },
      ],
    });
    const rendered = renderPrompt(prompt, { note: null, turns: [{ text: 'a' }, { text: 'b' }] });
    expect(rendered.map(({ role, parts }) => [role, parts])).toEqual([
      ['assistant', [{ type: 'text', text: '+' }]], ['user', [{ type: 'text', text: 'a' }]],
      ['assistant', [{ type: 'text', text: '+' }]], ['user', [{ type: 'text', text: 'b' }]],
    ]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a missing value', { choices: null, steps: [] }, /`question` is missing/],
    ['a value that is not declared', { question: 'q', choices: null, steps: [], answer: '42' }, /`answer` was given/],
    ['null for a text that must be there', { question: null, choices: null, steps: [] }, /expected text for the input `question`, got null/],
    ['a list for a text', { question: [], choices: null, steps: [] }, /got a list/],
    ['text for a list', { question: 'q', choices: null, steps: 'all' }, /expected a list/],
    ['an item without a field', { question: 'q', choices: null, steps: [{ number: '1' }] }, /`text` does not fit/],
    ['an item with an unknown field', { question: 'q', choices: null, steps: [{ number: '1', text: 't', label: '+' }] }, /`label` does not fit/],
  ])('refuses %s', (_, values, message) => {
    expect(() => renderPrompt(listed, values as PromptValues)).toThrow(message);
  });

  it('does not take inherited properties for values', () => {
    const prompt = makePrompt({ inputs: { toString: 'text' }, messages: [{ role: 'user', parts: [{ text: '{{toString}}' }] }] });
    expect(() => renderPrompt(prompt, {})).toThrow(/`toString` is missing/);
  });
});
