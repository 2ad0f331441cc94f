import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { PromptError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import { checkPrompt } from './check-prompt.js';
import { hashPrompt } from './hash-prompt.js';
import { promptRef } from './prompt.js';
import type { LoadedPrompt } from './prompt-library.js';

/**
 * Reads every `*.yaml` of a folder, sorted by name. Each file holds one prompt and is called `<id>@<version>.yaml`.
 * @throws PromptError for a folder without prompts, a file that is no prompt, and a name that does not fit its content.
 */
export async function readPromptFolder(folder: string): Promise<LoadedPrompt[]> {
  return Promise.all((await listPromptFiles(folder)).map(readPromptFile));
}

/** The prompt files of a folder, sorted by name. */
export async function listPromptFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new PromptError(`Expected a folder of prompts at ${folder}, but it cannot be read: ${oneLine(error)}. Check the path.`, { cause: error });
  });
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length === 0) throw new PromptError(`Expected prompt files (*.yaml) in ${folder}, but there are none. Check the path.`);
  return files.map((name) => path.join(folder, name));
}

/** Reads and checks one prompt file. @throws PromptError. */
export async function readPromptFile(file: string): Promise<LoadedPrompt> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new PromptError(`Expected a prompt file at ${file}, but it cannot be read: ${oneLine(error)}. Check the path.`, { cause: error });
  });
  const prompt = checkPrompt(parseYaml(text, file), file);
  const ref = promptRef(prompt);
  if (path.parse(file).name !== ref) throw new PromptError(`${file}: expected the file of ${ref} to be called ${ref}.yaml. Rename it.`);
  return { prompt, ref, hash: hashPrompt(prompt), source: file };
}

/** Reads YAML without aliases, so that a small file cannot unfold into a huge one. */
function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true, version: '1.2' });
  try {
    if (document.errors[0]) throw document.errors[0];
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new PromptError(`${file}: expected YAML, but ${oneLine(error)}`, { cause: error });
  }
}
