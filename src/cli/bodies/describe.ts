import path from 'node:path';
import { z } from 'zod';
import { resolveImage } from '../../images/resolve-image.js';
import { describeImages } from '../../pipeline/describe-images.js';
import { formatDescription } from '../../report/format-description.js';
import { EXIT } from '../exit-codes.js';
import { knownOptions } from '../known-options.js';
import { globalOptions, verifierOptions } from '../option-schemas.js';
import { openVerifier } from '../open-verifier.js';
import { resolveOptions } from '../resolve-options.js';
import { print, terminalLook } from '../terminal.js';

const optionsSchema = z.object({ ...globalOptions, ...verifierOptions, files: z.array(z.coerce.string()), question: z.string().default(''), json: z.boolean().default(false) });

/** Prints what the verifier reads in each image, one after the other; an image that fails does not stop the others. */
export async function describeFiles(argv: Record<string, unknown>, signal: AbortSignal): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const { verifier } = await openVerifier(options, signal);
  let failures = 0;
  try {
    for (const file of options.files) {
      const problem = { id: file, question: options.question, images: [file] };
      const images = [openFile(file)];
      const { value, failure } = await describeImages(verifier, { problem, images, signal });
      if (failure) {
        failures++;
        process.stderr.write(`prm: ${failure.reason}\n`);
      } else {
        await print(options.json ? `${JSON.stringify({ image: file, verifier: verifier.id, ...value })}\n` : formatDescription(file, value, terminalLook()));
      }
    }
  } finally {
    await verifier.close();
  }
  return failures > 0 ? EXIT.failures : EXIT.done;
}

/** Opens an image that the user named on the command line: any readable file, wherever it is. */
export function openFile(file: string): ReturnType<typeof resolveImage> {
  const full = path.resolve(file);
  return resolveImage(full, { root: path.dirname(full) });
}
