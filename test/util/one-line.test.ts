import { expect, it } from 'vitest';
import { oneLine } from '../../src/util/one-line.js';

it('flattens line ends and control characters', () => {
  expect(oneLine(new Error('first\nsecond\u001b[31m third\u2028'))).toBe('first second [31m third');
});

it('takes what is not an Error', () => {
  expect(oneLine('plain')).toBe('plain');
  expect(oneLine(new RangeError(''))).toBe('RangeError');
});
