import { describe, expect, it } from 'vitest';
import { decodeOne } from '../../decode-one.js';

const slot = (steps: unknown[] = [{ steptext: 'AB is 5', visualdependency: ' AB = 5 ' }, { steptext: 'so 10', visualdependency: null }], extra = {}): object =>
  ({ reasoningprocess: steps, finalanswer: '10', ...extra });

describe('decodeEvpv', () => {
  it('reads problem, slots and metadata', () => {
    const { problem, candidates, warnings } = decodeOne('evpv', {
      pid: 'p1', question: 'How long?', image: 'a.png', choices: ['5', '10'], answer: 10, datasource: 'made', level: 3,
      vlmresponse2: slot(undefined, { latency: 2 }), vlmresponse10: slot(), vlmresponse1: null, vlmresponse3: '',
    });
    expect(problem).toEqual({ id: 'p1', question: 'How long?', images: ['a.png'], choices: ['5', '10'], answer: '10', source: 'made', metadata: { level: 3 } });
    expect(candidates.map(({ index }) => index)).toEqual([1, 9]);
    expect(candidates[0]).toEqual({
      index: 1,
      solution: { steps: [{ text: 'AB is 5', visualDependency: 'AB = 5' }, { text: 'so 10', visualDependency: null }], finalAnswer: '10', checklist: 'declared' },
      metadata: { latency: 2 },
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    [{ image: 'a.png' }, ['a.png']],
    [{ image: ['a.png', 'b.png'] }, ['a.png', 'b.png']],
    [{ images: ['a.png'] }, ['a.png']],
    [{ image_paths: ['a.png', 'b.png'] }, ['a.png', 'b.png']],
    [{ image: null, images: [], image_paths: 'c.png' }, ['c.png']],
    [{ image: [] }, []],
    [{}, []],
  ])('reads the images of %j', (spelling, images) => {
    expect(decodeOne('evpv', { question: 'q', ...spelling }).problem.images).toEqual(images);
  });

  it('warns when two spellings disagree', () => {
    const { problem, warnings } = decodeOne('evpv', { question: 'q', image: 'a.png', images: ['a.png', 'b.png'] });
    expect(problem.images).toEqual(['a.png']);
    expect(warnings).toEqual(['names different images under `image` and `images`; the first are used']);
  });

  it('tells "uses no image" from "was never asked"', () => {
    const checklist = (steps: object[]): string | undefined => decodeOne('evpv', { question: 'q', vlmresponse1: slot(steps) }).candidates[0]?.solution.checklist;
    expect(checklist([{ steptext: 'a', visualdependency: null }])).toBe('declared');
    expect(checklist([{ steptext: 'a' }])).toBe('undeclared');
  });

  it.each<[string, unknown, string]>([
    ['free text', 'It is 5.', 'expected JSON'],
    ['torn JSON', '{"reasoningprocess": [', 'expected a whole JSON object'],
    ['the reference\'s mark of failure', { error: 'Failed to parse model JSON', rawoutput: 'nothing here' }, 'expected `reasoningprocess` to be a list of steps, got nothing'],
    ['a step without text', slot([{ steptext: 5 }]), 'expected `reasoningprocess[0].steptext` to be a string, got a number'],
    ['a number', 7, 'expected an object, got a number'],
  ])('keeps a slot with %s as a candidate without steps, and says why', (_name, value, reason) => {
    const { candidates: [candidate], warnings } = decodeOne('evpv', { question: 'q', vlmresponse1: value });
    expect(candidate).toMatchObject({ index: 0, solution: { steps: [], checklist: 'undeclared' } });
    expect(candidate?.metadata?.['unreadable']).toContain(reason);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`\`vlmresponse1\` is read as a candidate without steps: ${reason}`);
  });

  it('reads a slot that is a string of JSON, and keeps the string', () => {
    const { candidates: [candidate], warnings } = decodeOne('evpv', { question: 'q', vlmresponse1: JSON.stringify(slot()) });
    expect(candidate?.solution.steps).toHaveLength(2);
    expect(candidate?.response).toBe(JSON.stringify(slot()));
    expect(warnings).toEqual([]);
  });

  it.each<[object, string]>([
    [{ pid: 'a', id: 'b' }, 'a'], [{ pid: null, id: 7, qid: 'c' }, '7'], [{ pid: '', qid: 'c' }, 'c'], [{ pid: 0 }, '0'],
  ])('takes the identity of %j', (keys, id) => {
    expect(decodeOne('evpv', { question: 'q', ...keys }).problem.id).toBe(id);
  });

  it('hashes the problem, not its responses, when there is no key', () => {
    const id = (record: object): string => decodeOne('evpv', { question: 'q', image: 'a.png', ...record }).problem.id;
    expect(id({ vlmresponse1: slot() })).toBe(id({}));
    expect(id({ answer: '1' })).not.toBe(id({ answer: '2' }));
    expect(id({})).toMatch(/^[0-9a-f]{20}-1$/u);
  });

  it.each<[object, string]>([
    [{ pid: { a: 1 } }, 'expected `pid` to be a string or a number, got an object'],
    [{ pid: true }, 'expected `pid` to be a string or a number, got a boolean'],
    [{ question: 5 }, 'expected `question` to be a string, got a number'],
    [{ image: 5 }, 'expected `image` to hold image paths, got a number'],
    [{ image: ['a.png', ''] }, 'expected `image` to hold image paths, got an empty text'],
    [{ answer: ['a'] }, 'expected `answer` to be a string or a number, got an array'],
    [{ choices: [null] }, 'expected `choices` to be a list of texts'],
  ])('fails on %j', (fields, message) => {
    expect(() => decodeOne('evpv', { question: 'q', ...fields })).toThrow(message);
  });
});
