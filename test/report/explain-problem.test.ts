import { describe, expect, it } from 'vitest';
import { explainProblem } from '../../src/report/explain-problem.js';
import { formatProblemTable } from '../../src/report/format-problem-table.js';
import { createPaint } from '../../src/report/paint.js';
import { makeScoredProblem } from '../helpers/scored-problem.js';

const look = (width: number) => ({ width, paint: createPaint(false) });

describe('explainProblem', () => {
  it('says reward, verdict, evidence and choice', async () => {
    const text = explainProblem(await makeScoredProblem(), look(100));
    expect(text).toContain('raw +1.00  gated -1.00   gold: wrong');
    expect(text).toContain('premise contradicted: bowl: $6');
    expect(text).toContain('The cell bowl reads $5, not $6.');
    expect(text).toContain('with the gate (premise):  candidate 0 at 1.000');
    expect(text).toContain('without the gate:  tie of candidates 0 and 1 at 1.000 (takes 0, the lowest)');
  });

  it('fits a narrow terminal and lets no control character through', async () => {
    const text = explainProblem(await makeScoredProblem(), look(60));
    const prose = text.split('\n').filter((line) => !line.startsWith('Candidate') && !line.startsWith('Best-of-N'));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

it('formatProblemTable shows rewards before and after the gate, and what contradicts', async () => {
  const text = formatProblemTable(await makeScoredProblem(), look(100));
  expect(text).toContain('candidate 1 wrong  raw    +1.00 +1.00   score 1.000');
  expect(text).toContain('gated  -1.00 +1.00   score 0.500');
  expect(text).toContain('step 1: "bowl: $6", but The cell bowl reads $5, not $6.');
});
