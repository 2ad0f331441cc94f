import { hashBytes } from './hash-bytes.js';
import type { ImageSource } from './image-source.js';

/** An image that is already in memory as encoded bytes. `ref` names it in messages. */
export function createMemoryImage(encoded: Uint8Array, ref = 'image in memory'): ImageSource {
  return {
    ref,
    sha256: async () => hashBytes(encoded),
    bytes: async () => encoded,
  };
}
