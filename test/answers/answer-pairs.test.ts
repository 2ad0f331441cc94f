import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../src/answers/compare-answers.js';

const verdicts: Record<string, boolean | null> = { '=': true, '!': false, '?': null };
const pairs = readFileSync(new URL('answer-pairs.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
  const [sign = '', a = '', b = '', options] = line.split('\t');
  return { line, expected: verdicts[sign], a, b, choices: options?.split('¦') };
});

describe('the table of answer pairs', () => {
  it('holds at least 400 different pairs', () => {
    expect(new Set(pairs.map(({ line }) => line)).size).toBeGreaterThanOrEqual(400);
    expect(pairs.filter(({ expected }) => expected === undefined)).toEqual([]);
  });

  it.each(pairs)('$line', ({ expected, a, b, choices }) => {
    expect(compareAnswers(a, b, { choices }).equal).toBe(expected);
    expect(compareAnswers(b, a, { choices }).equal).toBe(expected);
  });
});
