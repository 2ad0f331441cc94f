import { createLabelBook } from './label-book.js';
import type { LabelBook } from './label-book.js';

const picture = '(?:image|picture|photo|figure|diagram)';
const numbered = new RegExp(`\\b${picture}\\s*#?(\\d{1,2})\\b|<image\\s*(\\d{1,2})>`, 'iu');
const ranked = new RegExp(`\\b(first|second|third|fourth|fifth)\\s+${picture}\\b`, 'iu');
const ranks = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The book of the one image that a claim names ("image 2", "the second picture"); the whole book when it names none, or there is only one. */
export function selectImage(claim: string, book: LabelBook): LabelBook {
  const images = new Set(book.constraints.flatMap((constraint) => constraint.places.map((place) => place.image)));
  const byNumber = numbered.exec(claim);
  const digits = byNumber?.[1] ?? byNumber?.[2];
  const rank = ranked.exec(claim)?.[1]?.toLowerCase();
  const image = digits !== undefined ? Number(digits) - 1 : rank !== undefined ? ranks.indexOf(rank) : null;
  if (image === null || images.size < 2) return book;
  return createLabelBook({ constraints: book.constraints.filter((constraint) => constraint.places.some((place) => place.image === image)) });
}
