import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPrompts } from '../../src/prompts/load-prompts.js';
import { tempFolder } from '../helpers/temp-folder.js';

const pack = async (files: Record<string, string>): Promise<string> => {
  const folder = tempFolder();
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(path.join(folder, name), content)));
  return folder;
};
const yaml = (id: string, version: number, wording: string): string =>
  JSON.stringify({ id, version, summary: 's', images: 'none', inputs: {}, messages: [{ role: 'user', parts: [{ text: wording }] }], answer: { type: 'text' }, sampling: { temperature: 0, maxTokens: 8 } });

describe('loadPrompts', () => {
  it('reads the prompts of this package; every one has a system or user message first and a summary of one line', async () => {
    const prompts = (await loadPrompts()).list();
    expect(prompts.length).toBeGreaterThan(15);
    for (const { prompt } of prompts) {
      expect(prompt.summary).not.toContain('\n');
      expect(prompt.messages[0]).toMatchObject({ role: expect.stringMatching(/system|user/) });
    }
  });

  it('names a prompt by its id, or by id and version', async () => {
    const library = await loadPrompts({ packs: [await pack({ 'sample@1.yaml': yaml('sample', 1, 'old'), 'sample@10.yaml': yaml('sample', 10, 'new'), 'sample@2.yaml': yaml('sample', 2, 'middle') })] });
    expect(library.get('sample').ref).toBe('sample@10');
    expect(library.get('sample@2').ref).toBe('sample@2');
    expect(() => library.get('sample@3')).toThrow(/Expected the name of a prompt, got `sample@3`/);
  });

  it('lets the last pack win by id, even with an older version', async () => {
    const packs = [await pack({ 'judge-step-strict@7.yaml': yaml('judge-step-strict', 7, 'first') }), await pack({ 'judge-step-strict@1.yaml': yaml('judge-step-strict', 1, 'second') })];
    const { prompt } = (await loadPrompts({ packs })).get('judge-step-strict');
    expect(prompt.messages).toEqual([{ role: 'user', parts: [{ text: 'second' }] }]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a folder without prompts', { 'readme.md': '' }, /there are none/],
    ['a name that does not fit', { 'other@1.yaml': yaml('sample', 1, 'x') }, /called sample@1\.yaml/],
    ['broken YAML', { 'sample@1.yaml': 'id: [' }, /expected YAML/],
    ['a key given twice', { 'sample@1.yaml': 'id: a\nid: b\n' }, /expected YAML/],
    ['an alias', { 'sample@1.yaml': 'id: &a sample\nsummary: *a\n' }, /sample@1\.yaml/],
  ])('refuses %s', async (_, files, message) => {
    await expect(loadPrompts({ packs: [await pack(files)] })).rejects.toThrow(message);
  });

  it('names a folder that is not there', async () => {
    await expect(loadPrompts({ packs: ['/nowhere/at/all'] })).rejects.toThrow(/\/nowhere\/at\/all/);
  });
});
