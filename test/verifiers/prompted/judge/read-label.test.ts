import { describe, expect, it } from 'vitest';
import { ParseError } from '../../../../src/errors/index.js';
import { readLabel } from '../../../../src/verifiers/prompted/judge/read-label.js';

const signs = { positive: '+', negative: '-' };
const numbers = { positive: '1', negative: '-1' };

describe('readLabel', () => {
  it.each<[string, typeof signs, boolean]>([
    ['+', signs, true], ['-', signs, false], [' -\n', signs, false], ['"+"', signs, true], ['**+**', signs, true], ['−', signs, false], ['＋', signs, true],
    ['```\n-\n```', signs, false], ['Verdict: +', signs, true], ['The value 5 - 4 is 1.\nVerdict: **-**.', signs, false],
    ['1', numbers, true], ['-1', numbers, false], ['[-1]', numbers, false], ['```json\n-1\n```', numbers, false], ['The step is correct: 1', numbers, true], ['Label: −1', numbers, false],
    ['<think>It may be -.\n-</think>\n+', signs, true], ['1\n\nBecause 2 - 1 = 1 holds.', numbers, true],
  ])('reads %j', (text, labels, expected) => {
    expect(readLabel(text, labels)).toBe(expected);
  });

  it.each<[string, typeof signs]>([
    ['', signs], ['correct', signs], ['- The step reads the table as it is.', signs], ['+-', signs], ['+\n-', signs], ['5 + 3', signs], ['It is 5 -', signs],
    ['<think>Verdict: +', signs], ['1. The step is wrong.', numbers], ['So x = 1', numbers], ['0', numbers], ['11', numbers], ['1.5', numbers], ['1\n-1', numbers], ['I think 1 or -1', numbers], ['--1', numbers], ['x: 21', numbers],
  ])('refuses to guess from %j', (text, labels) => {
    expect(() => readLabel(text, labels)).toThrow(ParseError);
  });
});
