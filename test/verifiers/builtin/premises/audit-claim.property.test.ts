import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { composeDescription } from '../../../../src/verifiers/builtin/facts/compose-description.js';
import { auditClaim } from '../../../../src/verifiers/builtin/premises/audit-claim.js';
import { createLabelBook } from '../../../../src/verifiers/builtin/premises/label-book.js';
import { claimVerdictSchema } from '../../../../src/schema/index.js';
import { drawTable } from '../draw-words.js';

const labels = ['Tuesday', 'red kazoo', 'Mr. Smith', 'map of the world', 'Linden Park', 'Great Britain', 'pair of boots', 'Saxophone'];
const columns = ['Girls', 'Boys', 'Quantity supplied', 'Weight (kg)'];
const table = fc.record({
  rows: fc.shuffledSubarray(labels, { minLength: 3 }),
  heads: fc.shuffledSubarray(columns, { minLength: 1, maxLength: 3 }),
  values: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 24, maxLength: 24 }),
});
type Table = { rows: string[]; heads: string[]; values: number[] };
const valueAt = (made: Table, row: number, column: number): number => made.values[row * 3 + column] ?? 0;
const bookOf = (made: Table) => createLabelBook(composeDescription([{
  words: drawTable([['Name', ...made.heads], ...made.rows.map((row, r) => [row, ...made.heads.map((_, c) => String(valueAt(made, r, c)))])]), width: 900, height: 500,
}]));

const say: ((row: string, column: string, value: string) => string)[] = [
  (row, column, value) => `The ${column} for ${row} is ${value}.`,
  (row, column, value) => `${row} | ${column} | ${value}`,
  (row, column, value) => `In the table, ${row} has ${value} in the column ${column}`,
  (row, column, value) => `{"Name": "${row}", "${column}": ${value}}`,
];
const cell = table.chain((made) => fc.record({ made: fc.constant(made), row: fc.nat(made.rows.length - 1), column: fc.nat(made.heads.length - 1), phrase: fc.constantFrom(...say), other: fc.integer({ min: 0, max: 5000 }) }));
const anything = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('{{constructor}}', '{{7*7}} Tuesday', 'שלום Tuesday 50', 'مرحبا', '\u202eTuesday\u202c 5', '\u0000\u0007', '$$$$ \\frac{{{', '((((((((((', '٣٤ Girls'));

describe('auditClaim on any table', () => {
  it('gives shares that sum to one, for any text', () => {
    fc.assert(fc.property(table, anything, (made, text) => {
      const verdict = auditClaim(text, bookOf(made));
      expect(claimVerdictSchema.parse(verdict)).toEqual(verdict);
      expect(verdict.support + verdict.conflict + verdict.unknown).toBeCloseTo(1, 9);
    }), { numRuns: 150 });
  });

  it('supports every cell said as it is', () => {
    fc.assert(fc.property(cell, ({ made, row, column, phrase }) => {
      const verdict = auditClaim(phrase(made.rows[row] ?? '', made.heads[column] ?? '', String(valueAt(made, row, column))), bookOf(made));
      expect(verdict).toMatchObject({ observable: true, conflict: 0 });
      expect(verdict.support).toBeGreaterThan(0.9);
    }), { numRuns: 150 });
  });

  it('contradicts every cell said with another number', () => {
    fc.assert(fc.property(cell, ({ made, row, column, phrase, other }) => {
      fc.pre(other !== valueAt(made, row, column));
      const verdict = auditClaim(phrase(made.rows[row] ?? '', made.heads[column] ?? '', String(other)), bookOf(made));
      expect(verdict.conflict).toBeGreaterThan(0.9);
      expect(verdict.evidence.some((one) => one.stance === 'conflict' && one.constraintId !== null)).toBe(true);
    }), { numRuns: 150 });
  });

  it('never turns a supported claim into a contradicted one by an added sentence about something else', () => {
    fc.assert(fc.property(cell, fc.constantFrom('The picture is pretty.', 'The weather was fine', 'It has 17 tiny circles', 'Zebras run at 64 km/h.', '{{x}}', 'A line has two ends, and 3 dots.'), ({ made, row, column, phrase }, added) => {
      const claim = phrase(made.rows[row] ?? '', made.heads[column] ?? '', String(valueAt(made, row, column)));
      for (const text of [`${claim}\n${added}`, `${added}\n${claim}`]) expect(auditClaim(text, bookOf(made)).conflict).toBe(0);
    }), { numRuns: 100 });
  });

  it('is bounded on huge and hostile claims', () => {
    const book = bookOf({ rows: labels, heads: columns.slice(0, 3), values: Array.from({ length: 24 }, (_, at) => at) });
    const start = process.cpuUsage();
    for (const claim of ['Tuesday 5, '.repeat(10_000), '{'.repeat(100_000), '$'.repeat(100_000), '1,'.repeat(50_000), 'a '.repeat(999), '5 '.repeat(990), '"'.repeat(1990), '\\text{'.repeat(300), 'Girls '.repeat(330), '1 and '.repeat(330)]) {
      expect(auditClaim(claim, book).support + 0).toBeLessThanOrEqual(1);
    }
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  });
});
