import type { NumericConstraint, StructureConstraint, TextConstraint } from '../../../schema/index.js';
import type { Cell } from './cell.js';
import { readCell } from './read-cell.js';

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A constraint before it has its number in the description. */
export type Draft = Unnumbered<NumericConstraint | StructureConstraint | TextConstraint>;

/** A value with the labels that name it. `trust` in [0,1] scales the confidence by how sure the pairing is. */
export function draftValue(cell: Cell, kind: NumericConstraint['kind'], subject: readonly string[], trust = 1): Draft {
  const { value, unit } = readCell(cell.text);
  return {
    type: 'numeric', kind, subject: [...subject], text: cell.text, value, unit,
    alternatives: [...cell.alternatives], confidence: cell.confidence * trust, places: [cell.place],
  };
}

/** A piece of printed text. */
export function draftText(cell: Cell, kind: TextConstraint['kind']): Draft {
  return { type: 'text', kind, text: cell.text, alternatives: [...cell.alternatives], confidence: cell.confidence, places: [cell.place] };
}
