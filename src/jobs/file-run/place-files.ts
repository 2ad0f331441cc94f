import path from 'node:path';
import { UsageError } from '../../errors/index.js';
import type { ImageSource } from '../../images/image-source.js';
import { resolveImage } from '../../images/resolve-image.js';
import { checkOutput } from './check-output.js';
import type { FileRunOptions } from './file-run-options.js';

export interface PlacedFiles {
  runFolder: string;
  /** The image root as an absolute path: an image of another root is another image. */
  images: string;
  openImage: (ref: string) => ImageSource;
}

/**
 * Decides where the run and the images of a job lie, and refuses files that it could not resume from.
 * @param expected what the file should be, for the message: `a file of questions`
 * @throws UsageError for standard input, and for an output that is the input
 */
export function placeFiles({ file, output, imagesRoot, runFolder = `${output}.run` }: Pick<FileRunOptions, 'file' | 'output' | 'imagesRoot' | 'runFolder'>, expected: string): PlacedFiles {
  if (file === '-') throw new UsageError(`Expected ${expected}, got standard input, which a resumed run could not read again. Save it first.`);
  checkOutput(file, output);
  const root = imagesRoot ?? path.dirname(file);
  return { runFolder, images: path.resolve(root), openImage: (ref) => resolveImage(ref, { root }) };
}
