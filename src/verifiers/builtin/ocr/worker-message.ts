import type { PageReading } from './page-reading.js';

/** What the pool asks of a worker: one image. */
export interface PageRequest {
  id: number;
  ref: string;
  encoded: Uint8Array;
}

/** Errors lose their class between threads, so its name travels along. */
export interface PageFailure {
  kind: 'image' | 'missing-dependency' | 'other';
  message: string;
  packageName?: string;
}

/** A worker's answer to the request with the same id. */
export type PageResponse = { id: number } & ({ reading: PageReading } | { failure: PageFailure });

/** What a worker is started with. */
export interface WorkerSettings {
  threads: number;
}
