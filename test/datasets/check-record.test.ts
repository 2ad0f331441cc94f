import { expect, it } from 'vitest';
import { checkRecord } from '../../src/datasets/check-record.js';
import { problemRecordSchema, type Candidate } from '../../src/schema/index.js';

const candidate = (fields: Partial<Candidate>): Candidate => ({ index: 0, solution: { steps: [{ text: 'a', visualDependency: null }], checklist: 'undeclared' }, ...fields });
const placed = (charStart: number, charEnd: number): Candidate['solution'] => ({ steps: [{ text: 'a', visualDependency: null, charStart, charEnd }], checklist: 'undeclared' });

it.each<[Candidate[], string | null]>([
  [[candidate({}), candidate({ index: 4 })], null],
  [[candidate({ index: 1 }), candidate({ index: 1 })], 'expected candidates with different `index`, got 1 twice'],
  [[candidate({ stepLabels: [1, 0] })], 'expected one label a step, got 2 labels for 1 steps in candidate 0'],
  [[candidate({ response: 'xa', solution: placed(1, 2) })], null],
  [[candidate({ response: 'xa', solution: placed(1, 3) })], 'expected step 0 of candidate 0 to lie in its response, got characters 1 to 3'],
  [[candidate({ solution: placed(3, 1) })], 'expected step 0 of candidate 0 to lie in its response, got characters 3 to 1'],
])('checks %j', (candidates, fault) => {
  expect(checkRecord(problemRecordSchema.parse({ problem: { id: 'p', question: '', images: [] }, candidates }))).toBe(fault);
});
