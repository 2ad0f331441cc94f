import { resolveImage } from '../../src/images/resolve-image.js';
import type { ImageDescription } from '../../src/schema/index.js';
import { composeDescription } from '../../src/verifiers/builtin/facts/compose-description.js';
import { createOcrReader } from '../../src/verifiers/builtin/ocr/ocr-reader.js';

/** Describes images of a folder as the built-in verifier does, each once. */
export function createDescriber(root: string): { describe(ref: string): Promise<ImageDescription>; close(): Promise<void> } {
  const reader = createOcrReader();
  const made = new Map<string, Promise<ImageDescription>>();
  const make = async (ref: string): Promise<ImageDescription> => composeDescription([await reader.read(resolveImage(ref, { root }))]);
  return {
    describe(ref) {
      const description = made.get(ref) ?? make(ref);
      made.set(ref, description);
      return description;
    },
    close: () => reader.close(),
  };
}
