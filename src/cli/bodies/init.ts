import { cp, mkdir, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UsageError } from '../../errors/index.js';
import { oneLine } from '../../util/one-line.js';
import { EXIT } from '../exit-codes.js';
import { knownOptions } from '../known-options.js';
import { globalOptions } from '../option-schemas.js';
import { resolveOptions } from '../resolve-options.js';
import { print } from '../terminal.js';

const exampleFolder = fileURLToPath(new URL('../../../data/example', import.meta.url));

const optionsSchema = z.object({ ...globalOptions, dir: z.string().min(1) });

/** Copies the example project into a new or empty folder. Never overwrites anything. */
export async function init(argv: Record<string, unknown>): Promise<number> {
  const { dir, quiet } = resolveOptions(optionsSchema, argv, knownOptions);
  try {
    await mkdir(dir, { recursive: true });
    const there = await readdir(dir);
    if (there.length > 0) throw new UsageError(`Expected ${dir} to be a new or empty folder, but it holds ${there[0]}. Choose another name.`);
    await cp(exampleFolder, dir, { recursive: true });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Expected to make the folder ${dir}: ${oneLine(error)}`);
  }
  if (!quiet) await print(`Wrote an example to ${dir}. Try:\n  cd ${dir}\n  prm score candidates.jsonl --images images -o scored.jsonl\n  prm inspect scored.jsonl --images images --html page.html\n`);
  return EXIT.done;
}
