import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resolveImage } from '../../src/images/resolve-image.js';
import { createBuiltinVerifier } from '../../src/verifiers/builtin/create-builtin-verifier.js';

const root = process.env['PRM_DATA_DIR'];
/** One in so many records: the bench takes all of them. */
const EVERY = 4;

interface TableRecord { id: string; image: string; question: string; table: string; solution: string }
interface PuzzleRecord { image: string; question: string; caption: string }

const readEvery = <T>(file: string): T[] => readFileSync(path.join(root ?? '', file), 'utf8').split('\n').filter(Boolean).filter((_, at) => at % EVERY === 0).map((line) => JSON.parse(line) as T);

describe.skipIf(!root)('premises on real images (needs PRM_DATA_DIR)', () => {
  const verifier = createBuiltinVerifier({ threads: 2 });
  afterAll(() => verifier.close());
  const audit = async (folder: string, image: string, claims: string[]) => {
    const problem = { id: image, question: '' };
    const description = await verifier.doDescribeImages({ images: [resolveImage(image, { root: path.join(root ?? '', folder) })], problem });
    return (await verifier.doAuditChecklist({ problem, description, claims })).verdicts;
  };

  it('supports the cells of two-column tables and contradicts them with another number', { timeout: 120_000 }, async () => {
    const seen = { cells: 0, supported: 0, contradicted: 0, falseAlarms: 0 };
    for (const record of readEvery<TableRecord>('tabmwp/problems.jsonl').filter(({ table }) => !/^stem/i.test(table))) {
      const cells = record.table.split('\n').map((line) => line.split('|').map((cell) => cell.trim())).filter((row) => row.length === 2 && /^\$?\d[\d,.]*$/.test(row[1] ?? '') && !/^\$?\d/.test(row[0] ?? ''));
      const said = cells.map(([label, value]) => `The table shows ${value} for ${label}.`);
      const changed = cells.map(([label, value]) => `The table shows ${value?.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 3) % 10))} for ${label}.`);
      const verdicts = await audit('tabmwp', record.image, [...said, ...changed]);
      seen.cells += cells.length;
      seen.supported += verdicts.slice(0, cells.length).filter((verdict) => verdict.support > 0.5).length;
      seen.falseAlarms += verdicts.slice(0, cells.length).filter((verdict) => verdict.conflict > 0).length;
      seen.contradicted += verdicts.slice(cells.length).filter((verdict) => verdict.conflict > 0.5).length;
    }
    expect(seen.cells).toBeGreaterThan(40);
    expect(seen.supported / seen.cells).toBeGreaterThanOrEqual(0.9);
    expect(seen.contradicted / seen.cells).toBeGreaterThanOrEqual(0.95);
    expect(seen.falseAlarms / seen.cells).toBeLessThanOrEqual(0.01);
  });

  it('contradicts none of the true sentences of solutions and captions', { timeout: 120_000 }, async () => {
    const conflicts: string[] = [];
    for (const { image, solution, question } of readEvery<TableRecord>('tabmwp/problems.jsonl')) {
      const verdicts = await audit('tabmwp', image, [...solution.split(/\n+/), question].filter((line) => line !== ''));
      conflicts.push(...verdicts.filter((verdict) => verdict.conflict > 0).map((verdict) => verdict.claim));
    }
    for (const { image, caption } of readEvery<PuzzleRecord>('puzzlevqa/data.jsonl')) {
      conflicts.push(...(await audit('puzzlevqa', image, [caption])).filter((verdict) => verdict.conflict > 0).map((verdict) => verdict.claim));
    }
    expect(conflicts).toEqual([]);
  });
});
