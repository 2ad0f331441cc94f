import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { housePrompts, loadPrompts } from '../../src/prompts/load-prompts.js';
import { compareWithLock, extendLock, readPromptLock, writePromptLock } from '../../src/prompts/prompt-lock.js';
import { readPromptFolder } from '../../src/prompts/read-prompt-folder.js';
import { tempFolder } from '../helpers/temp-folder.js';

const text = (version: number, wording: string, extra = ''): string => `${extra}id: sample
version: ${version}
summary: A sample.
images: none
inputs: {}
messages:
  - role: user
    parts:
      - text: ${JSON.stringify(wording)}
answer: { type: text }
sampling: { temperature: 0, maxTokens: 8 }
`;

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = tempFolder();
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(path.join(folder, name), content)));
  return folder;
}

describe('the prompts of this package', () => {
  it('fit their lock, so that a changed text needs a new version', async () => {
    expect(compareWithLock(await readPromptLock(housePrompts) ?? {}, await readPromptFolder(housePrompts))).toEqual([]);
  });
});

describe('prompt lock', () => {
  it('names a changed, a new and a lost prompt', async () => {
    const before = await readPromptFolder(await folderWith({ 'sample@1.yaml': text(1, 'a'), 'sample@2.yaml': text(2, 'b') }));
    const lock = extendLock({}, before);
    const after = await readPromptFolder(await folderWith({ 'sample@1.yaml': text(1, 'changed'), 'sample@3.yaml': text(3, 'c') }));
    expect(compareWithLock(lock, after).sort()).toEqual([
      'sample@1 was changed after it was locked. Give the new text a new version.',
      'sample@2 is locked, but its file is gone. Restore it.',
      'sample@3 is not locked. Add it to the lock.',
    ]);
    expect(() => extendLock(lock, after)).toThrow(/sample@1 was changed/);
  });

  it('looks at the meaning, not at comments, line ends or the summary', async () => {
    const plain = await readPromptFolder(await folderWith({ 'sample@1.yaml': text(1, 'a') }));
    const dressed = text(1, 'a', '# a comment\n').replace('A sample.', 'Another summary.').replaceAll('\n', '\r\n');
    expect((await readPromptFolder(await folderWith({ 'sample@1.yaml': dressed })))[0]?.hash).toBe(plain[0]?.hash);
  });

  it('is kept on disk and checked when a pack is loaded', async () => {
    const folder = await folderWith({ 'sample@1.yaml': text(1, 'a') });
    await writePromptLock(folder, extendLock({}, await readPromptFolder(folder)));
    await expect(loadPrompts({ packs: [folder] })).resolves.toBeDefined();
    await writeFile(path.join(folder, 'sample@1.yaml'), text(1, 'b'));
    await expect(loadPrompts({ packs: [folder] })).rejects.toThrow(/sample@1 was changed/);
    await writeFile(path.join(folder, 'lock.json'), '{"sample@1": 7}');
    await expect(loadPrompts({ packs: [folder] })).rejects.toThrow(/lock\.json: expected an object/);
    expect(await readFile(path.join(folder, 'sample@1.yaml'), 'utf8')).toBe(text(1, 'b'));
  });
});
