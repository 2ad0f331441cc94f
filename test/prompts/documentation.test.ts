import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadPrompts } from '../../src/prompts/load-prompts.js';
import { promptJobs } from '../../src/verifiers/prompted/prompt-jobs.js';

const page = await readFile('docs/prompts.md', 'utf8');

describe('docs/prompts.md', () => {
  it('names every prompt of the package', async () => {
    const missing = (await loadPrompts()).list().map(({ prompt }) => prompt.id).filter((id) => !new RegExp(`(?<![a-z-])${id}(?![a-z-])`).test(page));
    expect(missing).toEqual([]);
  });

  it.each(Object.entries(promptJobs))('says what a prompt for %s may ask for', (name, { inputs, answer }) => {
    const row = page.split('\n').find((line) => line.startsWith('| ') && line.split('|')[1]?.includes(name));
    if (name === 'critic') return expect(row).toContain('| as per-step | verdict |');
    const said = row?.split('|')[2]?.replace(/\([^)]*\)/g, '').split(',').map((input) => input.trim()).sort();
    expect(said).toEqual(Object.keys(inputs).sort());
    expect(row?.split('|')[3]?.trim()).toBe(answer);
  });
});
