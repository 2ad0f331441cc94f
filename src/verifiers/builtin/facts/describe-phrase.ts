import { draftText, draftValue } from './draft.js';
import type { Draft } from './draft.js';
import type { Cell } from './cell.js';
import { readCell } from './read-cell.js';

/** A colon between digits belongs to a time. */
const labelled = /^(.{0,60}?[\p{L}∠°)][^:=]{0,10}?)\s*((?<!\d):|:(?!\d)|=)\s*(\S.{0,40})$/u;

/** The constraint of a phrase that belongs to no table or axis: "AB = 10", "45°", a point letter, or plain text. */
export function describePhrase(phrase: Cell): Draft {
  const pair = labelled.exec(phrase.text);
  const [, label, , value] = pair ?? [];
  if (label !== undefined && value !== undefined && readCell(value).kind !== 'text' && readCell(value).kind !== 'blank') return draftPair(phrase, label, value);
  if (/^[\p{Lu}]['′]?\d?$/u.test(phrase.text)) return draftText(phrase, 'point');
  if (['number', 'time'].includes(readCell(phrase.text).kind)) return draftValue(phrase, 'free', []);
  return draftText(phrase, 'line');
}

/** A label with its value in one phrase; other readings of the phrase count where they keep the label. */
function draftPair(phrase: Cell, label: string, value: string): Draft {
  const alternatives = phrase.alternatives.flatMap((text) => {
    const [, otherLabel, , otherValue] = labelled.exec(text) ?? [];
    return otherLabel === label && otherValue !== undefined && otherValue !== value ? [otherValue] : [];
  });
  return draftValue({ ...phrase, text: value, alternatives }, 'label-value', [label]);
}
