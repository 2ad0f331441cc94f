import { describe, expect, it } from 'vitest';
import { nameInputs } from '../../src/report/name-inputs.js';

describe('nameInputs', () => {
  it.each([
    [['runs/a.jsonl', 'other/b.jsonl'], ['a.jsonl', 'b.jsonl']],
    [['runs/a.jsonl', 'other/a.jsonl'], ['runs/a.jsonl', 'other/a.jsonl']],
    [['a.jsonl', 'a.jsonl', 'b.jsonl'], ['a.jsonl', 'a.jsonl (2)', 'b.jsonl']],
  ])('names %j', (files, names) => {
    expect(nameInputs(files)).toEqual(names);
  });
});
