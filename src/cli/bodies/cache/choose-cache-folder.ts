import { UsageError } from '../../../errors/index.js';
import { verifierOptions } from '../../option-schemas.js';

/** The same option, with the same default, as of the commands that fill the cache. */
export const cacheOption = { cache: verifierOptions.cache };

/** @throws UsageError when the cache is turned off. */
export function chooseCacheFolder({ cache }: { cache?: string | false | undefined }): string {
  if (typeof cache === 'string') return cache;
  throw new UsageError('Expected `--cache` to be a folder, but the cache is turned off there. Name the folder.');
}
