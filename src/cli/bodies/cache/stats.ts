import { z } from 'zod';
import { openExistingStore } from '../../../models/cache/open-existing-store.js';
import { EXIT } from '../../exit-codes.js';
import { knownOptions } from '../../known-options.js';
import { globalOptions } from '../../option-schemas.js';
import { resolveOptions } from '../../resolve-options.js';
import { print } from '../../terminal.js';
import { cacheOption, chooseCacheFolder } from './choose-cache-folder.js';
import { formatBytes } from './format-bytes.js';

const optionsSchema = z.object({ ...globalOptions, ...cacheOption, json: z.boolean().default(false) });

/** Says what the cache holds. Makes nothing where there is no cache. */
export async function cacheStats(argv: Record<string, unknown>): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const folder = chooseCacheFolder(options);
  const store = await openExistingStore(folder);
  const { entries, bytes } = store?.stats() ?? { entries: 0, bytes: 0 };
  await store?.close();
  if (options.json) await print(`${JSON.stringify({ folder, exists: store !== null, entries, bytes })}\n`);
  else await print(store === null ? `No cache in ${folder}.\n` : `folder   ${folder}\nanswers  ${entries}\nsize     ${formatBytes(bytes)}\n`);
  return EXIT.done;
}
