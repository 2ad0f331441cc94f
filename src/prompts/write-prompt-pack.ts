import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PromptError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import { formatPrompt } from './format-prompt.js';
import { promptRef, type Prompt } from './prompt.js';

/**
 * Writes prompts into a folder, one file each: all of them, or none where one is there already.
 * @returns the files written.
 * @throws PromptError.
 */
export async function writePromptPack(folder: string, prompts: readonly Prompt[]): Promise<string[]> {
  const files = prompts.map((prompt) => ({ name: `${promptRef(prompt)}.yaml`, text: formatPrompt(prompt) }));
  try {
    await mkdir(folder, { recursive: true });
    const there = new Set(await readdir(folder));
    const taken = files.find(({ name }) => there.has(name));
    if (taken !== undefined) throw new PromptError(`${taken.name} is there already`);
    // Whatever came there since then is not overwritten either.
    return await Promise.all(files.map(async ({ name, text }) => {
      const file = path.join(folder, name);
      await writeFile(file, text, { flag: 'wx' });
      return file;
    }));
  } catch (error) {
    throw new PromptError(`Expected to write a pack into ${folder}, but ${oneLine(error)}. Choose an empty folder.`, { cause: error });
  }
}
