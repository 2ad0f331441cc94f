import fc from 'fast-check';
import type { ImageDescription, NumericConstraint } from '../../../src/schema/index.js';
import { emptyDescription } from '../../helpers/fake-verifier.js';

/** A table cell of a description. */
export function cell(row: string, text: string, value: number | null, extra: Partial<NumericConstraint> = {}): NumericConstraint {
  return { id: `c-${row}`, places: [], confidence: 1, type: 'numeric', kind: 'table-cell', subject: [row, 'Number'], text, value, unit: null, alternatives: [], ...extra };
}

/** Descriptions of a few cells, sentences and a caption; equal ones among them. */
export const descriptions: fc.Arbitrary<ImageDescription> = fc.record({
  caption: fc.constantFrom('', 'A table with 4 rows.', 'Numbers.'),
  keyFacts: fc.array(fc.constantFrom('A / Number: 3.', 'B / Number: 12.', 'x < y', 'The title is printed.'), { maxLength: 8 }),
  constraints: fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.nat(2000)), { maxLength: 10 }).map((pairs) => pairs.map(([row, value], at) => ({ ...cell(row, String(value), value), id: `c${at}` }))),
}).map((parts) => ({ ...emptyDescription, ...parts }));
