import { describe, expect, it } from 'vitest';
import { arrangeLines } from '../../../../src/verifiers/builtin/ocr/arrange-lines.js';
import { attachDegreeSigns } from '../../../../src/verifiers/builtin/ocr/attach-degree-signs.js';
import { mergeReadings } from '../../../../src/verifiers/builtin/ocr/merge-readings.js';

const word = (text: string, x: number, y: number, width: number, height: number, confidence = 1) =>
  ({ text, alternatives: [] as string[], confidence, box: { x, y, width, height }, strip: null as { index: number; order: number } | null });

describe('mergeReadings', () => {
  it('keeps the surer of two readings of the same print', () => {
    const merged = mergeReadings([word('oo', 0, 0, 40, 20, 0.5), word('100', 2, 2, 36, 16, 0.95), word('x', 100, 0, 10, 20, 0.6)]);
    expect(merged.map(({ text }) => text).sort()).toEqual(['100', 'x']);
  });
});

describe('attachDegreeSigns', () => {
  it('joins a small raised ring to the number on its left', () => {
    const [joined, ...rest] = attachDegreeSigns([word('125', 0, 0, 36, 20), word('0', 40, 0, 8, 8), word('0', 200, 0, 14, 20)]);
    expect(joined).toMatchObject({ text: '125°', alternatives: ['125'], box: { x: 0, y: 0, width: 48, height: 20 } });
    expect(rest.map(({ text }) => text)).toEqual(['0']);
  });
});

describe('arrangeLines', () => {
  it('numbers lines from top to bottom, words from left to right, and scales boxes', () => {
    const words = [word('50', 80, 42, 20, 14), word('Day', 0, 10, 30, 18), word('Number', 80, 12, 60, 14), word('a', 0, 47, 8, 9), word('-', 20, 50, 6, 3)];
    const arranged = arrangeLines(words, 0.5, 2);
    expect(arranged.map(({ text, line }) => [text, line])).toEqual([['Day', 0], ['Number', 0], ['a', 1], ['-', 1], ['50', 1]]);
    expect(arranged[0]?.box).toEqual({ x: 0, y: 20, width: 15, height: 36 });
  });

  it('gives vertical print a line of its own, in its own order, and does not let it swallow others', () => {
    const vertical = [{ ...word('students', 0, 0, 20, 90), strip: { index: 4, order: 1 } }, { ...word('of', 0, 95, 20, 30), strip: { index: 4, order: 0 } }];
    const arranged = arrangeLines([...vertical, word('8', 40, 20, 10, 14), word('7', 40, 60, 10, 14)], 1, 1);
    expect(arranged.map(({ text, line }) => [text, line])).toEqual([['8', 0], ['of', 1], ['students', 1], ['7', 2]]);
    expect(arranged[0]).not.toHaveProperty('strip');
  });
});
