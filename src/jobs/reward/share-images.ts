import type { ImageSource } from '../../images/image-source.js';

/** How long opened files are taken as they were, in milliseconds: as long as the solutions of one problem take to come in. */
const HOLDS = 10_000;

/** The images of a problem, opened. */
export interface SharedImages {
  readonly images: readonly ImageSource[];
  /** SHA-256 of each, once they were read. */
  hashes: readonly string[] | null;
}

interface Opened {
  /** Never a closure: one beside the images would hold them. */
  holder: WeakRef<SharedImages> | SharedImages;
  until: number;
}

/**
 * Opens the images of a problem once for its solutions that come about the same time. Equal references in another list are opened anew:
 * a list belongs to one problem. Bytes that came inside a reference or from the web are held only while somebody uses them.
 */
export function shareImages(openImage: (ref: string) => ImageSource, now: () => number = () => performance.now()): (refs: readonly string[]) => SharedImages {
  const known = new WeakMap<readonly string[], Opened>();
  return (refs) => {
    const found = known.get(refs);
    const shared = found !== undefined && now() < found.until ? (found.holder instanceof WeakRef ? found.holder.deref() : found.holder) : undefined;
    if (shared !== undefined) return shared;
    const made: SharedImages = { images: refs.map(openImage), hashes: refs.length === 0 ? [] : null };
    const holder = refs.some((ref) => /^(?:data|https?):/i.test(ref)) ? new WeakRef(made) : made;
    known.set(refs, { holder, until: now() + HOLDS });
    return made;
  };
}
