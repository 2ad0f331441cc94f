import { ParseError } from '../../../errors/index.js';
import { normalizePiece } from '../../../models/labels/normalize-piece.js';
import { splitReasoning } from '../../../models/split-reasoning.js';
import { clipText } from '../../../util/wrap-text.js';
import type { Labels } from './labels.js';

/** What may stand around a label without changing it: spaces, quotes, brackets, marks of emphasis and code, a full stop. */
const opening = /^[\s"'`*_([{<]+/;
const closing = /[\s"'`*_)\]}>.,;]+$/;
/** What leads to a label at the end of a line. */
const announced = /:[\s"'`*_([{<]*$/;

/**
 * Reads a label from an answer: alone on the first or the last line, or after a colon at the end of the last.
 * What a model thought aloud before does not count. Not anywhere in the text, for `-` begins lists, `1.` numbers them, and `= 1` ends calculations.
 * @returns true for the positive label.
 * @throws ParseError when there is none, or both.
 */
export function readLabel(text: string, labels: Labels): boolean {
  const lines = normalizePiece(splitReasoning(text).text).split('\n').filter((line) => !/^\s*(?:```\w*)?\s*$/.test(line));
  const [first, last] = [lines[0] ?? '', lines.at(-1) ?? ''];
  const found = new Set([true, false].filter((side) => {
    const label = normalizePiece(side ? labels.positive : labels.negative);
    return isAlone(first, label) || isAlone(last, label) || isAnnounced(last, label);
  }));
  const [label] = found;
  if (label === undefined || found.size > 1) {
    throw new ParseError(`Expected the answer \`${labels.positive}\` or \`${labels.negative}\`, got ${lines.length === 0 ? 'an empty answer' : `"${clipText(text, 80)}"`}.`);
  }
  return label;
}

const isAlone = (line: string, label: string): boolean => line.trim() === label || line.replace(opening, '').replace(closing, '') === label;

function isAnnounced(line: string, label: string): boolean {
  const bare = line.replace(closing, '');
  return bare.endsWith(label) && announced.test(bare.slice(0, bare.length - label.length));
}
