import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCommand } from '../../../src/answers/equiv-command/split-command.js';

describe('splitCommand', () => {
  it.each([
    ['python3 check.py', ['python3', 'check.py']],
    ["  a 'b c'  \"d e\" ", ['a', 'b c', 'd e']],
    ['a b\\ c "d\\"e"', ['a', 'b c', 'd"e']],
    ["a --x='1 2'", ['a', '--x=1 2']],
    ["a ''", ['a', '']],
  ])('splits %j', (command, words) => {
    expect(splitCommand(command)).toEqual(words);
  });

  it('gives back any words that were quoted', () => {
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 1 }).filter(([first]) => first !== ''), (words) => {
      const quoted = words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(' ');
      expect(splitCommand(quoted)).toEqual(words);
    }));
  });
});
