import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPrompts } from '../../src/prompts/check-prompts.js';
import { housePrompts } from '../../src/prompts/load-prompts.js';

const yaml = (id: string, wording: string): string =>
  JSON.stringify({ id, version: 1, summary: 's', images: 'none', inputs: {}, messages: [{ role: 'user', parts: [{ text: wording }] }], answer: { type: 'text' }, sampling: { temperature: 0, maxTokens: 8 } });
const folder = await mkdtemp(path.join(tmpdir(), 'prm-check-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);
const readLock = async (): Promise<string[]> => Object.keys(JSON.parse(await readFile(path.join(folder, 'lock.json'), 'utf8')) as object);

describe('checkPrompts', () => {
  it('finds nothing wrong with the prompts of this package', async () => {
    expect(await checkPrompts(housePrompts)).toMatchObject({ problems: [], isLocked: true });
  });

  it('names all problems, and locks only what is sound', async () => {
    await write('a@1.yaml', yaml('a', 'one'));
    await write('b@1.yaml', yaml('b', '{{x}}'));
    await write('c@1.yaml', 'nonsense');
    const broken = await checkPrompts(folder, { lock: true });
    expect(broken).toMatchObject({ isLocked: false, problems: [expect.stringContaining('b@1.yaml'), expect.stringContaining('c@1.yaml')] });
    expect(broken.prompts.map(({ ref }) => ref)).toEqual(['a@1']);
    await Promise.all(['b@1.yaml', 'c@1.yaml'].map((name) => rm(path.join(folder, name))));
    expect(await checkPrompts(folder, { lock: true })).toMatchObject({ isLocked: true, problems: [] });
    expect(await readLock()).toEqual(['a@1']);
  });

  it('adds a new prompt to a lock, but never a changed one', async () => {
    await write('d@1.yaml', yaml('d', 'two'));
    expect((await checkPrompts(folder)).problems).toEqual(['d@1 is not locked. Add it to the lock.']);
    expect((await checkPrompts(folder, { lock: true })).problems).toEqual([]);
    await write('a@1.yaml', yaml('a', 'changed'));
    await write('e@1.yaml', yaml('e', 'three'));
    expect((await checkPrompts(folder, { lock: true })).problems).toEqual(['a@1 was changed after it was locked. Give the new text a new version.', 'e@1 is not locked. Add it to the lock.']);
    expect(await readLock()).toEqual(['a@1', 'd@1']);
  });
});
