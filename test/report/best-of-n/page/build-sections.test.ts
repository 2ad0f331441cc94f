import { describe, expect, it } from 'vitest';
import { buildBestOfNSections } from '../../../../src/report/best-of-n/page/build-sections.js';
import { buildCandidate, buildRecord } from '../../../metrics/build-records.js';
import { buildResult } from './build-result.js';

const records = ['a', 'b', 'c', 'd'].map((id, problem) => buildRecord(id, [
  buildCandidate(0, true, [problem === 3 ? 0.05 : 0.9, 0.8], { claims: [{ steps: [0], verdict: [1, 0, 0] }] }), buildCandidate(1, false, [0.5, 0.4]), buildCandidate(2, false, ['timeout'], { answer: 2 }),
], { source: problem < 2 ? 'tables' : 'charts' }));
const allText = (sections: ReturnType<typeof buildBestOfNSections>): string => JSON.stringify(sections);

describe('buildBestOfNSections', () => {
  it('shows findings, curves, candidates, groups, ways of scoring and how it was made', () => {
    const sections = buildBestOfNSections([buildResult('x', records)], 'datasource');
    expect(sections.map(({ title }) => title)).toEqual(['Did reranking help?', 'By the number of candidates', 'Do scores tell right from wrong?', 'Gain by datasource', 'By gate and aggregation', 'How it was made']);
    const plots = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'plot' ? [block.plot.name] : [])));
    expect(plots).toEqual(['curves', 'scores', 'score-against-correctness', 'reliability', 'gains-by-datasource']);
    const text = allText(sections);
    expect(text).toContain('takes a right candidate in 75.0 % ');
    expect(text).toContain('12: 8 scored, 4 unscored');
    expect(text).toContain('n = 8 candidates with a score; 4 have none that counts');
    expect(text).toContain('There is no run folder beside the file');
  });

  it('ends the curve with all candidates, where all problems have equally many', () => {
    const [, curves] = buildBestOfNSections([buildResult('x', records)], 'datasource');
    expect(curves?.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.map(([k]) => k) : []))).toEqual(['1', '2', '3']);
    const [, uneven] = buildBestOfNSections([buildResult('x', [...records, buildRecord('e', [buildCandidate(0, true, [0.9])])])], 'datasource');
    expect(uneven?.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.map((row) => row.slice(0, 2)) : []))).toEqual([['1', '5'], ['2', '4']]);
  });

  it('pairs several results on the same candidates, and says where it cannot', () => {
    const first = buildResult('first', records);
    const worse = buildResult('second', records.map((record) => ({ ...record, candidates: record.candidates.map((candidate) => ({ ...candidate, steps: [0.5, 0.5] })) })), { prefix: '2-', compareWith: first.table });
    const other = buildResult('third', records.map((record) => ({ ...record, id: `other ${record.id}` })), { prefix: '3-', compareWith: first.table });
    const [side] = buildBestOfNSections([first, worse, other], 'datasource');
    expect(side?.title).toBe('Side by side');
    expect(allText([side as NonNullable<typeof side>])).toContain('second: ');
    expect(allText([side as NonNullable<typeof side>])).toContain('over 4 problems');
    expect(allText([side as NonNullable<typeof side>])).toContain('third and first share no problem with the same candidates');
  });

  it('says so where there is nothing to choose from', () => {
    const text = allText(buildBestOfNSections([buildResult('x', [buildRecord('a', [buildCandidate(0, true, ['timeout'])])])], 'datasource'));
    expect(text).toContain('Every problem has one candidate');
    expect(text).toContain('No candidate has a score');
    expect(text).toContain('All problems are of one group: (no source).');
  });
});
