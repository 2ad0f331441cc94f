import { statSync } from 'node:fs';
import { UsageError } from '../../../errors/index.js';
import { resolveImage } from '../../../images/resolve-image.js';
import { oneLine } from '../../../util/one-line.js';

/**
 * Looks at the start for what every sample would be refused for later: an image root that is no folder, or has none of the images.
 * @param refs paths of some images of the dataset.
 * @returns a warning where only some can be read, else null.
 * @throws UsageError
 */
export async function checkImageRoot(root: string, refs: readonly string[]): Promise<string | null> {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`Expected a folder of images at ${root}, but there is none. Name it with \`--images DIR\`.`);
  const faults: string[] = [];
  for (const ref of refs) {
    try {
      await resolveImage(ref, { root }).sha256();
    } catch (error) {
      faults.push(oneLine(error));
    }
  }
  const [first] = faults;
  if (first === undefined) return null;
  if (faults.length === refs.length) throw new UsageError(`Expected the images of the dataset under ${root}, but none of the first ${refs.length} can be read. ${first} Name the folder that their paths start from with \`--images DIR\`.`);
  return `${faults.length} of the first ${refs.length} images of the dataset cannot be read: ${first}`;
}
