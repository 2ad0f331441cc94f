import { AbortedError, BackendError, ImageError, MissingDependencyError } from '../../../errors/index.js';
import type { ImageSource } from '../../../images/image-source.js';
import type { PrintedWord } from '../../../schema/index.js';
import type { PageFailure, PageRequest, PageResponse, WorkerSettings } from './worker-message.js';
import { locateWorkerEntry } from './worker-entry.js';
import { createWorkerPool } from './worker-pool.js';

export interface OcrReaderOptions {
  /** Images read at the same time, each on a worker thread. Default 1. */
  workers?: number;
  /** Threads of the networks in each worker. Default 2. */
  threads?: number;
}

interface ReadImageOptions {
  /** 0-based number of the image in its problem; goes into each word's place. Default 0. */
  imageIndex?: number;
  signal?: AbortSignal | undefined;
}

/** The text of one image. */
interface ImageReading {
  /** By line from top to bottom, then from left to right. */
  words: PrintedWord[];
  /** Size of the upright image in pixels. */
  width: number;
  height: number;
  /** What a person should know about how it was read. */
  notes: string[];
}

/** Reads printed text in images, off the main thread. */
export interface OcrReader {
  /**
   * Reads one image. Any number of calls may be open; they wait for a free worker.
   *
   * @throws ImageError when it cannot be decoded, MissingDependencyError when the runtime or the weights are not installed,
   * BackendError (retryable) when its worker died, AbortedError when the signal fired.
   */
  read(image: ImageSource, options?: ReadImageOptions): Promise<ImageReading>;
  /** Ends the workers. Idempotent. */
  close(): Promise<void>;
}

/** Creates a reader. Nothing is loaded before the first image. */
export function createOcrReader(options: OcrReaderOptions = {}): OcrReader {
  const { workers = 1, threads = 2 } = options;
  const settings: WorkerSettings = { threads };
  const pool = createWorkerPool<Omit<PageRequest, 'id'>, PageResponse>({ entry: locateWorkerEntry(), workers, workerData: settings, name: 'OCR' });
  return {
    async read(image, { imageIndex = 0, signal } = {}) {
      if (signal?.aborted) throw new AbortedError(`OCR of \`${image.ref}\` was aborted.`);
      const request = { ref: image.ref, encoded: await image.bytes() };
      const response = await pool.run(request, { ref: image.ref, signal });
      if ('failure' in response) throw rebuildError(response.failure, image.ref);
      const { width, height, words, notes } = response.reading;
      return {
        width, height, notes,
        words: words.map(({ box, ...word }) => ({ ...word, place: { image: imageIndex, box } })),
      };
    },
    close: () => pool.close(),
  };
}

/** The error that the worker met, with its class again. */
function rebuildError({ kind, message, packageName }: PageFailure, ref: string): Error {
  if (kind === 'image') return new ImageError(message);
  if (kind === 'missing-dependency' && packageName !== undefined) return new MissingDependencyError(packageName, 'reading text in images');
  return new BackendError(`OCR of \`${ref}\`: expected a reading, but it failed: ${message}`, { isRetryable: false });
}
