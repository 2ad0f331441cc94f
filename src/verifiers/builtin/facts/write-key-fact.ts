import type { Constraint } from '../../../schema/index.js';

/** The sentence of a constraint that a reader wants to know; null for those that only repeat others. */
export function writeKeyFact(constraint: Constraint): string | null {
  switch (constraint.type) {
    case 'numeric':
      if (constraint.kind === 'stem-leaf') return `${constraint.subject.join(' / ')} has the leaf ${constraint.text}: ${constraint.value}.`;
      return constraint.subject.length === 0 ? `${constraint.text} is printed.` : `${constraint.subject.slice(0, 2).join(' / ')}: ${constraint.text}.`;
    case 'text':
      return constraint.kind === 'title' || constraint.kind === 'line' ? `The text "${constraint.text}" is printed.` : null;
    case 'structure':
    case 'relation':
      return null;
  }
}
