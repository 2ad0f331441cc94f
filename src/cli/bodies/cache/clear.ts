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

/** Forgets all answers. The file stays, since other processes may have it open: taking it away would lose what they write. */
export async function cacheClear(argv: Record<string, unknown>): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const folder = chooseCacheFolder(options);
  const store = await openExistingStore(folder);
  const removed = (await store?.clear()) ?? 0;
  const bytes = store?.stats().bytes ?? 0;
  await store?.close();
  if (options.json) await print(`${JSON.stringify({ folder, exists: store !== null, removed, bytes })}\n`);
  else if (store === null) await print(`No cache in ${folder}: nothing to remove.\n`);
  else await print(`Removed ${removed} ${removed === 1 ? 'answer' : 'answers'} from ${folder}. Its file keeps its size of ${formatBytes(bytes)}, which new answers fill.\n`);
  return EXIT.done;
}
