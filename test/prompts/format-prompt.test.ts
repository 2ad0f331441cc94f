import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkPrompt } from '../../src/prompts/check-prompt.js';
import { formatPrompt } from '../../src/prompts/format-prompt.js';
import { loadPrompts } from '../../src/prompts/load-prompts.js';

it('formatPrompt writes what is read back the same, for every prompt of the package', async () => {
  for (const { prompt } of (await loadPrompts()).list()) expect(checkPrompt(parse(formatPrompt(prompt)), prompt.id)).toEqual(prompt);
});
