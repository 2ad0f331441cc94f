import type { Constraint } from '../../schema/index.js';
import { pickByLot, type DrawLot } from './draw-lot.js';

const openings = ['It can be seen that the following holds: ', 'As far as the image shows: ', 'The image says: ', 'To be read there: '] as const;

/** Says a text in other words, with its content untouched. */
export function paraphraseText(text: string, draw: DrawLot): string {
  return `${pickByLot(openings, draw('opening'))}${text}`;
}

/** Writes a number in another form of equal value: 1250 as 1,250, 4.5 as 4.50, 7 as 7.0. Texts, relations and structures have their content in their words and stay. */
export function paraphraseConstraint(constraint: Constraint): Constraint {
  if (constraint.type !== 'numeric' || constraint.value === null || constraint.kind === 'stem-leaf' || constraint.text.includes(':')) return constraint;
  return { ...constraint, text: constraint.text.replace(/\d[\d,]*(?:\.\d+)?/, rewriteNumber) };
}

function rewriteNumber(written: string): string {
  if (written.includes(',')) return written.replaceAll(',', '');
  if (written.includes('.')) return `${written}0`;
  return written.length > 3 ? written.replace(/\B(?=(?:\d{3})+$)/g, ',') : `${written}.0`;
}
