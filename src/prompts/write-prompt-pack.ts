import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PromptError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import { formatPrompt } from './format-prompt.js';
import { promptRef, type Prompt } from './prompt.js';

/**
 * Writes prompts into a folder, one file each. Nothing that is there is overwritten.
 * @returns the files written.
 */
export async function writePromptPack(folder: string, prompts: readonly Prompt[]): Promise<string[]> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new PromptError(`Expected to make the folder ${folder}, but ${oneLine(error)}. Choose another.`, { cause: error });
  });
  return Promise.all(prompts.map(async (prompt) => {
    const file = path.join(folder, `${promptRef(prompt)}.yaml`);
    await writeFile(file, formatPrompt(prompt), { flag: 'wx' }).catch((error: unknown) => {
      throw new PromptError(`Expected to write ${file}, but ${oneLine(error)}. Choose an empty folder.`, { cause: error });
    });
    return file;
  }));
}
