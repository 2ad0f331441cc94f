import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDataset, writeDataset } from '../../../src/datasets/index.js';
import { NATIVE_FORMAT, type ProblemRecord } from '../../../src/schema/index.js';
import { collect, writeTemp } from '../collect.js';
import { decodeOne } from '../decode-one.js';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('{{braces}}', '\u0000\u0007\u2028', '\u202eעברית', '\uFEFF', '"\\\n\r', 'x'.repeat(100_000)));
const step = fc.record({ text, visualDependency: fc.option(text) });
const solution = fc.record({ steps: fc.array(step, { maxLength: 3 }), checklist: fc.constantFrom('declared' as const, 'undeclared' as const), finalAnswer: text });
const record = fc.record({ question: text, images: fc.array(text, { maxLength: 2 }), answer: text, solutions: fc.array(solution, { maxLength: 3 }) });

it('gives back what was written, whatever the texts hold', async () => {
  await fc.assert(fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 4 }), async (list) => {
    const records = list.map(({ solutions, ...problem }, i): ProblemRecord => ({
      format: NATIVE_FORMAT,
      problem: { id: `p${i}`, ...problem },
      candidates: solutions.map((each, index) => ({ index: 2 * index, solution: each })),
    }));
    const file = writeTemp('native.jsonl', '');
    await writeDataset(file, 'native', records);
    expect(await collect((await readDataset(file)).records)).toEqual(records);
  }), { numRuns: 60 });
});

it('names an unknown key deep inside, and an unknown version', () => {
  const problem = { id: 'p', question: '', images: [] };
  const steps = [{ text: 'a', visualDependency: null, color: 'red' }];
  expect(() => decodeOne('native', { problem, candidates: [{ index: 0, solution: { steps, checklist: 'declared' } }] }))
    .toThrow('expected only known keys in `candidates[0].solution.steps[0]`, got "color"');
  expect(() => decodeOne('native', { format: 'prm-problem/9', problem, candidates: [] })).toThrow('`format`: invalid input: expected "prm-problem/1"');
});
