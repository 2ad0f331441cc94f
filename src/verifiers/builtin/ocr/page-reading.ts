import type { Box, PrintedWord } from '../../../schema/index.js';

/** A word as read, before it has its place among the images of a problem. */
export type PageWord = Omit<PrintedWord, 'place'> & { box: Box };

/** What was read in one image. */
export interface PageReading {
  /** Size of the upright image in pixels; boxes are in these pixels. */
  width: number;
  height: number;
  /** In reading order: by line, then from left to right. */
  words: PageWord[];
  notes: string[];
}
