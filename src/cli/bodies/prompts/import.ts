import { z } from 'zod';
import { UsageError } from '../../../errors/index.js';
import { importEvpvPrompts } from '../../../prompts/import-evpv-prompts.js';
import { loadPrompts } from '../../../prompts/load-prompts.js';
import { writePromptPack } from '../../../prompts/write-prompt-pack.js';
import { EXIT } from '../../exit-codes.js';
import { knownOptions } from '../../known-options.js';
import { globalOptions } from '../../option-schemas.js';
import { resolveOptions } from '../../resolve-options.js';
import { print } from '../../terminal.js';

const optionsSchema = z.object({ ...globalOptions, reference: z.string(), path: z.string().min(1), output: z.string().min(1) });

/** Makes a pack of the prompts in a clone of a reference, and says what could not be made. */
export async function importPrompts(argv: Record<string, unknown>): Promise<number> {
  const { reference, path, output, quiet } = resolveOptions(optionsSchema, argv, knownOptions);
  if (reference !== 'evpv') throw new UsageError(`Expected \`evpv\`, the reference whose prompts can be imported, got \`${reference}\`.`);
  const { prompts, missing } = await importEvpvPrompts(path, await loadPrompts());
  const files = await writePromptPack(output, prompts);
  await print([...files.map((file) => `made     ${file}\n`), ...missing.map((what) => `missing  ${what}\n`)].join(''));
  if (!quiet) process.stderr.write(`Wrote ${files.length} prompts${missing.length > 0 ? `, ${missing.length} are missing` : ''}. Use them: prm score … --prompt-set evpv --prompts ${output}\n`);
  return missing.length === 0 ? EXIT.done : EXIT.failures;
}
