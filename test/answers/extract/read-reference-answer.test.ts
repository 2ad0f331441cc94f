import { expect, it } from 'vitest';
import { readReferenceAnswer } from '../../../src/answers/index.js';

it.each([
  ['She sold 48/2 = 24 clips in May.\n48 + 24 = 72\n#### 72', '72'], ['So we get $\\boxed{\\frac{1}{2}}$.', '\\frac{1}{2}'], ['<answer>B</answer>', 'B'], ['The answer is 5.', '5'],
  ['72', '72'], ['B', 'B'], ['a red car', 'a red car'], ['x = 5', 'x = 5'], ['[1, 2]', '[1, 2]'], ['(B) 5', '(B) 5'],
])('%j says %j', (reference, answer) => expect(readReferenceAnswer(reference)).toBe(answer));
