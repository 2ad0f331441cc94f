import type { Sharp, SharpInput, SharpOptions } from 'sharp';
import { MissingDependencyError } from '../errors/index.js';

/** The part of sharp that this room uses. */
export type SharpFactory = (input?: SharpInput, options?: SharpOptions) => Sharp;

let loading: Promise<SharpFactory> | undefined;

/** Loads sharp once, on first use, with one thread an image and no cache, so that memory stays low. */
export function loadSharp(): Promise<SharpFactory> {
  loading ??= import('sharp').then(
    ({ default: sharp }) => {
      sharp.cache(false);
      sharp.concurrency(1);
      return sharp;
    },
    (cause: unknown) => { throw new MissingDependencyError('sharp', 'reading and writing images', { cause }); },
  );
  return loading;
}
