import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCtc } from '../../../../src/verifiers/builtin/ocr/ctc-decode.js';

const alphabet = ['', 'a', 'b', '0', 'O', ' '];

/** Scores with one winner a step; the rest is spread evenly. */
function makeScores(winners: readonly number[], sureness = 0.9): Float32Array {
  return Float32Array.from(winners.flatMap((winner) => alphabet.map((_, i) => (i === winner ? sureness : (1 - sureness) / (alphabet.length - 1)))));
}
const read = (winners: readonly number[]): string => decodeCtc(makeScores(winners), winners.length, alphabet).map(({ text }) => text).join('');

describe('decodeCtc', () => {
  it('merges repeats, drops blanks, and keeps a letter that a blank divides', () => {
    expect(read([0, 1, 1, 0, 1, 2, 2, 0])).toBe('aab');
    expect(read([0, 0, 0])).toBe('');
    expect(read([])).toBe('');
  });

  it('reads any text back that is spelled with blanks between', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (text, times) => {
      expect(read(text.flatMap((winner) => [...Array<number>(times).fill(winner), 0]))).toBe(text.map((winner) => alphabet[winner]).join(''));
    }));
  });

  it('places each character in the middle of its steps, in order', () => {
    const line = decodeCtc(makeScores([0, 1, 1, 1, 0, 0, 2, 0]), 8, alphabet);
    expect(line.map(({ position }) => position)).toEqual([2.5, 6.5]);
  });

  it('gives the probability of the surest step and what came second there', () => {
    const scores = new Float32Array([0.1, 0, 0, 0.5, 0.4, 0, 0.05, 0, 0, 0.7, 0.25, 0]);
    const [character] = decodeCtc(scores, 2, alphabet);
    expect(character).toMatchObject({ text: '0' });
    expect(character?.probability).toBeCloseTo(0.7, 6);
    expect(character?.others.map(({ text }) => text)).toEqual(['O']);
    expect(character?.others[0]?.probability).toBeCloseTo(0.25, 6);
  });
});
