import { z } from 'zod';
import { formatPrompt } from '../../../prompts/format-prompt.js';
import { housePrompts, loadPrompts } from '../../../prompts/load-prompts.js';
import type { LoadedPrompt } from '../../../prompts/prompt-library.js';
import { EXIT } from '../../exit-codes.js';
import { knownOptions } from '../../known-options.js';
import { globalOptions, verifierOptions } from '../../option-schemas.js';
import { resolveOptions } from '../../resolve-options.js';
import { print, terminalLook } from '../../terminal.js';
import { formatPromptList } from './format-prompt-list.js';

const optionsSchema = z.object({ ...globalOptions, prompt: z.coerce.string().optional(), prompts: verifierOptions.prompts, json: z.boolean().default(false) });

/** Lists all prompts, or prints one as YAML that may be saved as a file of a pack. */
export async function showPrompts(argv: Record<string, unknown>): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const library = await loadPrompts({ packs: options.prompts });
  if (options.prompt === undefined) {
    const list = library.list();
    await print(options.json ? list.map(toLine).join('') : formatPromptList(list, { housePrompts, ...terminalLook() }));
    return EXIT.done;
  }
  const found = library.get(options.prompt);
  await print(options.json ? `${JSON.stringify(found)}\n` : `# ${found.ref}, from ${found.source}\n# sha256 ${found.hash}\n${formatPrompt(found.prompt)}`);
  return EXIT.done;
}

/** One prompt of the list as JSON, without its texts. */
function toLine({ ref, hash, source, prompt: { id, version, summary, answer, images } }: LoadedPrompt): string {
  return `${JSON.stringify({ ref, id, version, summary, answer: answer.type, images, hash, source })}\n`;
}
