import { z } from 'zod';
import { checkPrompts } from '../../../prompts/check-prompts.js';
import { housePrompts } from '../../../prompts/load-prompts.js';
import { EXIT } from '../../exit-codes.js';
import { knownOptions } from '../../known-options.js';
import { globalOptions } from '../../option-schemas.js';
import { resolveOptions } from '../../resolve-options.js';
import { print, terminalLook } from '../../terminal.js';

const optionsSchema = z.object({ ...globalOptions, dir: z.string().min(1).default(housePrompts), lock: z.boolean().default(false), json: z.boolean().default(false) });

/** Names everything that is wrong with a folder of prompts. */
export async function checkPromptFolder(argv: Record<string, unknown>): Promise<number> {
  const { dir, lock, json } = resolveOptions(optionsSchema, argv, knownOptions);
  const { paint } = terminalLook();
  const { prompts, problems, isLocked } = await checkPrompts(dir, { lock });
  const count = problems.length === 0 ? 'nothing is wrong' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  const lines = [
    ...problems.map((problem) => paint.bad(problem)),
    `${dir === housePrompts ? 'The prompts of this package' : dir}: ${prompts.length} sound ${prompts.length === 1 ? 'prompt' : 'prompts'}, ${isLocked ? 'locked' : 'no lock (--lock makes one)'}; ${count}.`,
  ];
  await print(json ? `${JSON.stringify({ folder: dir, prompts: prompts.map(({ ref, hash }) => ({ ref, hash })), isLocked, problems })}\n` : `${lines.join('\n')}\n`);
  return problems.length === 0 ? EXIT.done : EXIT.failures;
}
