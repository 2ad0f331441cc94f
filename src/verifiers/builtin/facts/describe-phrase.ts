import { draftText, draftValue } from './draft.js';
import type { Draft } from './draft.js';
import type { Cell } from './cell.js';
import { readCell } from './read-cell.js';

/** A colon between digits belongs to a time. */
const labelled = /^(.{0,60}?[\p{L}∠°)][^:=]{0,10}?)\s*((?<!\d):|:(?!\d)|=)\s*(\S.{0,40})$/u;

/** The label and the value of a phrase that has both. */
export function readLabelled(text: string): { label: string; value: string } | null {
  const [, label, , value] = labelled.exec(text) ?? [];
  return label === undefined || value === undefined ? null : { label, value };
}

/** The constraint of a phrase that belongs to no table or axis: "AB = 10", "45°", a point letter, or plain text. */
export function describePhrase(phrase: Cell): Draft {
  const pair = readLabelled(phrase.text);
  if (pair !== null && readCell(pair.value).kind !== 'text' && readCell(pair.value).kind !== 'blank') return draftPair(phrase, pair.label, pair.value);
  if (/^[\p{Lu}]['′]?\d?$/u.test(phrase.text)) return draftText(phrase, 'point');
  if (['number', 'time'].includes(readCell(phrase.text).kind)) return draftValue(phrase, 'free', []);
  return draftText(phrase, 'line');
}

/** A label with its value in one phrase; other readings of the phrase count where they keep the label. */
function draftPair(phrase: Cell, label: string, value: string): Draft {
  const alternatives = phrase.alternatives.flatMap((text) => {
    const other = readLabelled(text);
    return other !== null && other.label === label && other.value !== value ? [other.value] : [];
  });
  return draftValue({ ...phrase, text: value, alternatives }, 'label-value', [label]);
}
