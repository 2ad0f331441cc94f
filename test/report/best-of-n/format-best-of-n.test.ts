import { describe, expect, it } from 'vitest';
import { BestOfNTable, findProtocol, makeReferenceTables, reportBestOfN } from '../../../src/metrics/index.js';
import { formatBestOfN } from '../../../src/report/best-of-n/format-best-of-n.js';
import { formatReferenceTables } from '../../../src/report/best-of-n/format-reference-tables.js';
import { createPaint } from '../../../src/report/paint.js';
import { gateNameSchema } from '../../../src/schema/index.js';
import { buildCandidate, buildRecord } from '../../metrics/build-records.js';

const look = { width: 80, paint: createPaint(false) };

function fullTable(): BestOfNTable {
  const table = new BestOfNTable({ gates: gateNameSchema.options });
  for (let problem = 0; problem < 12; problem += 1) {
    table.add(buildRecord(`validation_Accounting_${problem}`, Array.from({ length: 8 }, (_, index) => buildCandidate(index, (index + problem) % 3 === 0, [index === 7 ? 'timeout' : 0.3 + index / 20, 0.5], {
      policy: index < 4 ? 'a policy with a rather long name, 38B' : 'another', answer: index === 6 ? null : index % 3, judgedBy: index === 5 ? 'undecided' : 'stored',
    })), { source: problem % 2 === 0 ? 'MMMU' : 'a source with a name that is much too long', verifier: `verifier/${problem % 2}` }));
  }
  return table;
}

describe('formatBestOfN', () => {
  it('fits in 80 columns with everything there is to show', () => {
    const table = fullTable();
    const text = formatBestOfN(reportBestOfN(table, { by: 'datasource', protocol: findProtocol('mmmu'), compareWith: fullTable() }), { ...look, compared: 'other.jsonl' });
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(text).toContain('Against other.jsonl, paired over 12 problems:');
    expect(text).toContain('mmmu has 900 units, these are 12: no figure for the whole benchmark.');
  });

  it('explains what was counted, and bounds what was not measured', () => {
    const text = formatBestOfN(reportBestOfN(fullTable()), look);
    expect(text).toContain('12 of 96 candidates are partial');
    expect(text).toContain('12 of 96 answers could be told neither equal to the reference answer nor');
    expect(text).toContain('12 of 96 candidates abstain from votes');
    expect(text).toMatch(/Best-of-N\s+would\s+be\s+\d+\.\d\s+to\s+\d+\.\d/);
    expect(text).toContain('The candidates come from 2 policies');
    expect(text).toContain('The scores come from 2 verifiers');
  });
});

describe('formatReferenceTables', () => {
  it('fits in 80 columns', () => {
    const slots = Array.from({ length: 8 }, (_, slot) => ({ answer: String(slot % 2), scores: [1, -1] }));
    const text = formatReferenceTables(makeReferenceTables([{ source: 'MathVerse-VO', answer: '1', slots }]));
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).toContain('Correctness rate; Pass@1 is that of slot 2');
  });
});
