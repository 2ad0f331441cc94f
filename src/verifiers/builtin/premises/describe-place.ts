import type { NumericConstraint } from '../../../schema/index.js';

/** Names where a value stands, for a person: "The cell Tuesday / Number of apples". */
export function describePlace({ kind, subject }: NumericConstraint): string {
  const name = subject.slice(0, 2).join(' / ');
  switch (kind) {
    case 'table-cell': return `The cell ${name}`;
    case 'stem-leaf': return `The row of ${name}`;
    case 'axis-tick': return `A tick of the ${name}`;
    default: return name === '' ? 'A number' : `The value beside "${name}"`;
  }
}
