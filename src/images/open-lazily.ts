import type { ImageSource } from './image-source.js';

/**
 * Opens an image so that a reference that is refused at once fails only when the image is read. Work that needs no image
 * goes on, and work that does is never done without it.
 */
export function openLazily(ref: string, open: (ref: string) => ImageSource): ImageSource {
  try {
    return open(ref);
  } catch (error) {
    const refuse = (): Promise<never> => Promise.reject(error);
    return { ref, sha256: refuse, bytes: refuse };
  }
}
