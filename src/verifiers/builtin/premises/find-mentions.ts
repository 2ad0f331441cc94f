import { compareWords } from './compare-words.js';
import type { Label, LabelBook } from './label-book.js';
import type { Token } from './tokenise.js';

/** A place in a claim where a label is named. */
export interface Mention {
  readonly label: Label;
  /** Index of the first token, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** All words of the label in order. A loose mention (a word missing, out of order or misspelt) can support, never contradict. */
  readonly full: boolean;
}

/** Words that may stand between two words of one label. */
const LONGEST_HOLE = 2;

/** The share of a label's letters that a loose mention must have. */
const LEAST_COVERED = 0.6;

/** Finds the labels named by a run of tokens, left to right; a label inside a longer one ("Total" in "Total taxes") is not named. */
export function findMentions(tokens: readonly Token[], book: LabelBook): Mention[] {
  const all = book.labels.flatMap((label) => findInOrder(tokens, label, book.vocabulary));
  const full = all.filter((mention) => mention.full);
  const kept = full.filter((mention) => !full.some((other) => covers(other, mention)));
  const loose = [...all.filter((mention) => !mention.full), ...book.labels.filter((label) => !full.some((mention) => mention.label === label)).flatMap((label) => findLoosely(tokens, label, book))];
  const free = loose.filter((mention) => !kept.some((other) => other.from < mention.to && mention.from < other.to));
  return [...kept, ...free].sort((a, b) => a.from - b.from || b.to - a.to);
}

const covers = (outer: Mention, inner: Mention): boolean => outer.from <= inner.from && outer.to >= inner.to && outer.to - outer.from > inner.to - inner.from;

/** Every place where the words of a label follow each other. */
function findInOrder(tokens: readonly Token[], label: Label, vocabulary: ReadonlySet<string>): Mention[] {
  const found: Mention[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    let at = from;
    let full = true;
    let matched = 0;
    for (const stem of label.stems) {
      // "stem 4" is not in "stem 6, leaf 4".
      const hole = matched === 0 || /^\d/.test(stem) ? 0 : LONGEST_HOLE;
      const window = tokens.slice(at, at + 1 + hole);
      const hit = window.findIndex((token) => compareWords(token.stem, stem, vocabulary) !== null);
      const glued = hit === -1 ? countGlued(tokens, at, stem) : 0;
      if (hit === -1 && glued === 0) break;
      if (hit !== -1 && compareWords(window[hit]?.stem ?? '', stem, vocabulary) === 'close') full = false;
      at += hit === -1 ? glued : hit + 1;
      matched += 1;
    }
    if (matched === label.stems.length) found.push({ label, from, to: at, full });
  }
  return found;
}

/** How many tokens from `at` on make the stem when put together: readers lose spaces ("NorthsidePark"). 0 for none. */
function countGlued(tokens: readonly Token[], at: number, stem: string): number {
  let joined = '';
  for (let count = 1; at + count <= tokens.length && joined.length < stem.length; count += 1) {
    joined += tokens[at + count - 1]?.stem ?? '';
    if (joined === stem && count > 1) return count;
    if (!stem.startsWith(joined)) return 0;
  }
  return 0;
}

/** A long label of which most words are there, in any order, among them one that no other label has. */
function findLoosely(tokens: readonly Token[], label: Label, book: LabelBook): Mention[] {
  if (label.stems.length < 2) return [];
  const hits = label.stems.map((stem) => ({ stem, at: tokens.findIndex((token) => token.stem === stem) })).filter((hit) => hit.at !== -1);
  const places = hits.map((hit) => hit.at);
  const covered = hits.map((hit) => hit.stem).join('').length / label.stems.join('').length;
  const telling = label.stems.some((stem) => tokens.some((token) => token.stem === stem) && book.labels.filter((other) => other.stems.includes(stem)).length === 1);
  if (covered < LEAST_COVERED || !telling) return [];
  return [{ label, from: Math.min(...places), to: Math.max(...places) + 1, full: false }];
}
