import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipText, printable, wrapText } from '../../src/util/wrap-text.js';

describe('wrapText', () => {
  it('never makes a line longer than the width, and loses no letter', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrapText(text, width);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(printable(text).replaceAll(' ', ''));
    }));
  });

  it('takes out terminal codes and overrides of the writing direction', () => {
    expect(printable('a\u001b[31mb\u202ec\r\nd')).toBe('a [31mbc d');
  });
});

it('clipText marks what it cuts', () => {
  expect(clipText('one two three', 8)).toBe('one two…');
  expect(clipText('short', 8)).toBe('short');
});
