import { describe, expect, it } from 'vitest';
import { listFacts } from '../../../src/experiments/corrupt/fact-unit.js';
import { findUsedFacts } from '../../../src/experiments/corrupt/find-used-facts.js';
import { emptyDescription } from '../../helpers/fake-verifier.js';
import { cell } from './sample-description.js';

const description = {
  ...emptyDescription,
  caption: 'A table of birds.',
  keyFacts: ['Heron / Number: 31.', 'Pelican / Number: 57.'],
  constraints: [cell('Heron', '31', 31), cell('Pelican', '57', 57), { id: 't', places: [], confidence: 1, type: 'relation' as const, predicate: 'parallel', arguments: ['AB', 'CD'] }],
};
const used = (...claims: string[]): string[] => listFacts(description).filter(findUsedFacts(claims)).map((unit) => (unit.part === 'constraints' ? unit.constraint.id : unit.text));

describe('findUsedFacts', () => {
  it('finds what a claim names, by label or by number', () => {
    expect(used('The Heron has 12')).toEqual(['Heron / Number: 31.', 'c-Heron']);
    expect(used('It is 57')).toEqual(['Pelican / Number: 57.', 'c-Pelican']);
    expect(used('Heron: 31')).toEqual(['Heron / Number: 31.', 'c-Heron']);
    expect(used('AB is parallel to EF')).toEqual(['t']);
  });

  it('finds nothing where nothing is named, and does not take a column that all cells share', () => {
    expect(used()).toEqual([]);
    expect(used('The Number is large')).not.toContain('c-Heron');
  });
});
