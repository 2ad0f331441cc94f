import { describe, expect, it } from 'vitest';
import { PromptError } from '../../src/errors/index.js';
import { checkPrompt } from '../../src/prompts/check-prompt.js';

const good = {
  id: 'sample', version: 1, summary: 'A sample.', images: 'all',
  inputs: { question: 'text', steps: { list: ['text'] } },
  messages: [{ role: 'user', parts: [{ images: 'all' }, { text: '{{question}}' }, { each: 'steps', text: '{{text}}' }] }],
  answer: { type: 'label', positive: '+', negative: '-' }, sampling: { temperature: 0, maxTokens: 1 },
};
const user = (...parts: unknown[]): unknown[] => [{ role: 'user', parts: [{ images: 'all' }, { text: '{{question}}' }, { each: 'steps', text: '{{text}}' }, ...parts] }];

describe('checkPrompt', () => {
  it('takes a sound prompt as it is', () => {
    expect(checkPrompt(good, 'file.yaml')).toEqual(good);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown key', { note: 'x' }, /note/],
    ['an unknown key deep inside', { sampling: { temperature: 0, maxTokens: 1, top_p: 1 } }, /sampling/],
    ['an id with a capital', { id: 'Sample' }, /`id` is wrong/],
    ['a version of 0', { version: 0 }, /`version` is wrong/],
    ['a place that is not declared', { messages: user({ text: '{{answer}}' }) }, /`\{\{answer\}\}` is used but not declared/],
    ['a place of an inherited name', { messages: user({ text: '{{constructor}}' }) }, /`\{\{constructor\}\}` is used but not declared/],
    ['an input that is used nowhere', { inputs: { ...good.inputs, extra: 'text' } }, /`extra` is declared but used nowhere/],
    ['a list used as text', { messages: user({ text: '{{steps}}' }) }, /is a list/],
    ['a text used as a list', { messages: user({ each: 'question', text: 'x' }) }, /to name a declared list/],
    ['a field outside of its list', { messages: user({ text: '{{text}}' }) }, /`\{\{text\}\}` is used but not declared/],
    ['loose braces', { messages: user({ text: '{{ question }}' }) }, /no place of an input/],
    ['images without a place', { messages: [{ role: 'user', parts: [{ text: '{{question}}' }, { each: 'steps', text: '{{text}}' }] }] }, /exactly one images part, found 0/],
    ['a place for images it does not want', { images: 'none' }, /no images part, found 1/],
    ['equal labels', { answer: { type: 'label', positive: '1', negative: '1' } }, /labels are the same/],
  ])('refuses %s', (_, change, message) => {
    const act = (): unknown => checkPrompt({ ...good, ...change }, 'file.yaml');
    expect(act).toThrow(PromptError);
    expect(act).toThrow(message);
    expect(act).toThrow(/^file\.yaml: /);
  });
});
