import type { Step } from '../schema/index.js';
import { cutText } from './split/cut-text.js';
import { findConclusion } from './split/find-conclusion.js';
import { findLineStarts } from './split/find-line-starts.js';
import { findParagraphs } from './split/find-paragraphs.js';
import { findProtected } from './split/find-protected.js';
import { findSentences } from './split/find-sentences.js';
import { findStepMarkers } from './split/find-step-markers.js';
import { joinPieces } from './split/join-pieces.js';
import type { Span } from './split/span.js';

/** A step with its place in the exact text: `text.slice(charStart, charEnd)` is its text. */
export type PlacedStep = Step & { charStart: number; charEnd: number };

/** A paragraph or line longer than this, in UTF-16 code units, holds several steps and is cut further. */
const LONG_PIECE = 500;

/**
 * Cuts a free-form solution into steps: at "Step k" headings; else at paragraphs and list items; else at lines; else at sentences.
 * The first way that gives more than one piece is taken; pieces over 500 characters are cut by the next ways, except under
 * "Step k" headings, where the author said what a step is. Code, LaTeX, formulas and tables stay whole, headings stay with their
 * text. Steps are in order, do not overlap, and hold every non-blank character. Blank text has no steps. Time is linear.
 */
export function splitSteps(text: string): PlacedStep[] {
  const shielded = findProtected(text);
  const headings = findStepMarkers(text);
  let pieces = cut(text, [...headings, ...findConclusion(text, headings.at(-1) ?? text.length)], shielded);
  if (pieces.length <= 1) {
    for (const find of [findParagraphs, findLineStarts, findSentences]) {
      if (pieces.length <= 1 || pieces.some(isLong)) pieces = refine(text, pieces, find(text), shielded);
    }
  }
  return pieces.map(({ start, end }) => ({ text: text.slice(start, end), visualDependency: null, charStart: start, charEnd: end }));
}

/** Cuts further what is still one piece, or long; the rest stays as it is. */
function refine(text: string, pieces: readonly Span[], cuts: readonly number[], shielded: readonly Span[]): Span[] {
  if (pieces.length <= 1) return cut(text, cuts, shielded);
  const inside = new Set<number>();
  let next = 0;
  for (const piece of pieces) {
    while (next < cuts.length && cuts[next]! <= piece.start) next++;
    for (; next < cuts.length && cuts[next]! < piece.end; next++) if (isLong(piece)) inside.add(cuts[next]!);
    inside.add(piece.start);
  }
  return cut(text, [...inside].sort((a, b) => a - b), shielded);
}

function cut(text: string, cuts: readonly number[], shielded: readonly Span[]): Span[] {
  return joinPieces(text, cutText(text, cuts, shielded));
}

function isLong({ start, end }: Span): boolean {
  return end - start > LONG_PIECE;
}
