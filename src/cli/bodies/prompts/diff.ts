import { z } from 'zod';
import { diffPrompts } from '../../../prompts/diff-prompts.js';
import { loadPrompts } from '../../../prompts/load-prompts.js';
import type { LoadedPrompt, PromptLibrary } from '../../../prompts/prompt-library.js';
import { readPromptFile } from '../../../prompts/read-prompt-folder.js';
import { EXIT } from '../../exit-codes.js';
import { knownOptions } from '../../known-options.js';
import { globalOptions, verifierOptions } from '../../option-schemas.js';
import { resolveOptions } from '../../resolve-options.js';
import { print, terminalLook } from '../../terminal.js';
import { formatDiff } from './format-diff.js';

const optionsSchema = z.object({ ...globalOptions, before: z.coerce.string(), after: z.coerce.string(), prompts: verifierOptions.prompts });

/** Compares two prompts; says nothing when they are the same. */
export async function comparePrompts(argv: Record<string, unknown>): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const library = await loadPrompts({ packs: options.prompts });
  const [before, after] = await Promise.all([findPrompt(options.before, library), findPrompt(options.after, library)]);
  const lines = diffPrompts(before.prompt, after.prompt);
  if (lines.every(({ side }) => side === 'both')) return EXIT.done;
  await print(formatDiff({ lines, before: nameOf(before), after: nameOf(after) }, terminalLook().paint));
  return EXIT.failures;
}

/** A name of the library cannot look like a path: ids have neither slashes nor dots. */
async function findPrompt(name: string, library: PromptLibrary): Promise<LoadedPrompt> {
  return /[/\\.]/.test(name) ? readPromptFile(name) : library.get(name);
}

const nameOf = ({ ref, source }: LoadedPrompt): string => `${ref}  ${source}`;
