import { describe, expect, it } from 'vitest';
import { decodeOne } from '../decode-one.js';

describe('text', () => {
  it('reads texts and objects, and keeps empty numbers empty', () => {
    const { candidates } = decodeOne('text', { question: 'q', responses: ['A.', null, { text: 'B. It is {{x}}.', policy: 'm', correct: false, seed: 1 }] });
    expect(candidates.map(({ index }) => index)).toEqual([0, 2]);
    expect(candidates[1]).toMatchObject({ response: 'B. It is {{x}}.', policy: 'm', correct: false, metadata: { seed: 1 } });
  });

  it.each<[object, string]>([
    [{ response: 'a', responses: ['a'] }, 'got both'],
    [{ responses: 'a' }, 'expected `responses` to be a list, got a string'],
    [{ responses: [3] }, 'expected response 0 to be a text or an object with `text`, got a number'],
    [{ responses: [{ text: 'a', correct: 'yes' }] }, 'expected `correct` of response 0 to be true or false, got a string'],
  ])('fails on %j', (fields, message) => {
    expect(() => decodeOne('text', { question: 'q', ...fields })).toThrow(message);
  });
});
