import { expect, it } from 'vitest';
import { readKept } from '../../../src/models/cache/read-kept.js';
import { createMemoryAnswers } from '../../helpers/memory-answers.js';

it('readKept tells what is kept apart from nothing, from what was forgotten and from what is damaged', () => {
  const store = createMemoryAnswers();
  store.put('kept', '[0.5]');
  store.put('forgotten', '');
  store.put('damaged', '[0.5');
  expect(['kept', 'forgotten', 'damaged', 'absent'].map((key) => readKept(store, key))).toEqual([[0.5], undefined, undefined, undefined]);
});
