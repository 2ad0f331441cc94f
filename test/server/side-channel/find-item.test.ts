import { describe, expect, it } from 'vitest';
import { createProblemIndex } from '../../../src/jobs/reward/problem-index.js';
import { findItem } from '../../../src/server/side-channel/find-item.js';

const index = createProblemIndex([
  { id: 'mv-12', question: '<image> How many  apples?', images: ['a.png'] },
  { id: '7', question: 'What is the sum?', images: ['b.png'], answer: '12' },
  { id: 'yes', question: 'Is it red?', images: ['c.png'], answer: 'no' },
  { id: 'no-1', question: 'Is it blue?', images: ['d.png'], answer: 'yes' },
  { id: 'twin-a', question: 'What is shown?', images: ['e.png'] }, { id: 'twin-b', question: 'what is shown? ', images: ['f.png'] },
  { id: 'choice', question: 'Which?', choices: ['red', 'blue'], images: ['g.png'] },
]);
const find = (question: string, ...references: unknown[]): string => findItem({ question, references }, index).id;

describe('findItem', () => {
  it.each([
    ['an object', { id: 'mv-12' }], ['JSON text', '{"id":"mv-12","answer":"3"}'], ['a bare id', 'mv-12'], ['a number', { id: 7 }, '7'], ['an id of the problem', { problem_id: 'mv-12' }],
  ])('by %s in the label', (_name, label, expected = 'mv-12') => expect(find('anything', label)).toBe(expected));

  it('by the wording, whatever marks of images and white space are in it', () => {
    expect(find('<|vision_start|><|image_pad|><|vision_end|>how many apples?\n')).toBe('mv-12');
    expect(find('Picture 1: <image>\nHow many apples?')).toBe('mv-12');
    expect(find('Which?\nA. red\nB. blue')).toBe('choice');
  });

  it('never guesses between two', () => {
    expect(() => find('What is shown?')).toThrow(/twin-a, twin-b/);
    expect(find('What is shown?', { id: 'twin-b' })).toBe('twin-b');
  });

  it('takes no answer for an id', () => {
    expect(() => find('Another question', '7')).toThrow(/none has the question/);
    expect(() => find('Another question', 'yes')).toThrow(/none has the question/);
    expect(find('Is it blue?', 'yes')).toBe('no-1');
    expect(find('Please answer: What is the sum? Think first.', 7)).toBe('7');
  });

  it('takes the answer of one problem for no other whose question stands inside', () => {
    const geometry = createProblemIndex([
      { id: '5', question: 'Find x.', images: ['a.png'], answer: '12' }, { id: '9', question: 'AB is a diameter of the circle. Find x.', images: ['b.png'], answer: '5' },
      { id: '6', question: 'Find the value of x.', images: ['c.png'] }, { id: 'geo-7', question: 'In the triangle, find the value of x.', images: ['d.png'] },
    ]);
    const look = (question: string, ...references: unknown[]) => findItem({ question, references }, geometry).id;
    for (const label of ['5', 5, { index: 5 }, { index: 5, answer: '5' }]) expect(look('AB is a diameter of the circle.  find x.', label)).toBe('9');
    expect(() => look('CD is a chord. Find x. Think step by step.', '5')).toThrow(/none has the question/);
    expect(() => look('In the triangle, find the value of x. Think step by step.', '6')).toThrow(/none has the question/);
    expect(look('In the triangle, find the value of x. Think step by step.', 'geo-7')).toBe('geo-7');
    expect(look('Find the value of x. Think step by step.', '6')).toBe('6');
    expect(look('Find x.', '5')).toBe('5');
  });

  it('takes the number of a row for no answer, and gives an answer beside it to the problem', () => {
    const none = createProblemIndex([{ id: '17', question: 'How many boats are there?', images: [] }]);
    expect(findItem({ question: 'How many boats are there?', references: [{ index: 5 }] }, none)).not.toHaveProperty('answer');
    expect(findItem({ question: 'How many boats are there?', references: [{ index: 17, answer: '17' }] }, none).answer).toBe('17');
    expect(findItem({ question: 'How many boats are there?', references: ['17'] }, none)).not.toHaveProperty('answer');
    expect(findItem({ question: 'q', references: [{ index: 17 }] }, undefined)).not.toHaveProperty('answer');
  });

  it('lets a label tell twins apart', () => expect(find('What is shown?', 'twin-b')).toBe('twin-b'));

  it.each(['<start_of_image>How many apples?', '<image_soft_token><image_soft_token> How many apples?', '[IMG][IMG_BREAK][IMG_END]How many apples?', 'Frame1: <image>\nFrame2: <image>\nHow many apples?'])('finds %s by its wording', (question) => expect(find(question)).toBe('mv-12'));

  it('refuses a label and a question that mean different problems', () => {
    expect(() => find('Is it blue?', 'mv-12')).toThrow(/mv-12.*no-1/);
  });

  it('says what was looked for', () => {
    expect(() => find('Nobody knows', { id: 'nix' })).toThrow(/`nix`/);
    expect(() => find('Nobody knows')).toThrow(/Nobody knows/);
  });

  it('takes the reference answer of the dataset, else that of the label', () => {
    expect(findItem({ question: 'What is the sum?', references: ['13'] }, index).answer).toBe('12');
    expect(findItem({ question: 'How many apples?', references: ['3'] }, index).answer).toBe('3');
    expect(findItem({ question: '', references: ['{"id":"mv-12","answer":"4"}'] }, index).answer).toBe('4');
  });

  it('takes the question as it comes without a dataset, but not one that lost its images', () => {
    expect(findItem({ question: 'What is 1 + 1?', references: ['2'] }, undefined)).toEqual({ id: 'request', question: 'What is 1 + 1?', images: [], answer: '2' });
    expect(() => findItem({ question: '<|vision_start|><|image_pad|><|vision_end|>How many?', references: [] }, undefined)).toThrow(/--dataset/);
  });

  it('refuses an item that asks nothing', () => {
    for (const problems of [undefined, index]) expect(() => findItem({ question: ' \n', references: ['5'] }, problems)).toThrow(/^Expected/);
    expect(() => findItem({ question: '', references: [{ id: 'mv-12' }] }, undefined)).toThrow(/Expected a question/);
    expect(findItem({ question: '', images: ['a.png'], references: [] }, undefined).images).toEqual(['a.png']);
  });
});
