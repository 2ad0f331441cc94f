import { expect, it } from 'vitest';
import { detectFormat } from '../../src/datasets/detect-format.js';
import type { JsonObject } from '../../src/datasets/parse-json-object.js';

it.each<[string | undefined, JsonObject]>([
  ['scored', { format: 'prm-scored/1', problem: {}, candidates: [] }],
  ['native', { format: 'prm-problem/1' }],
  ['native', { problem: {}, candidates: [] }],
  ['visualprocessbench', { question: 'q', image: ['a'], response: { steps: [], process_correctness: [] } }],
  ['vlrmbench', { step_list: [], reasoning_error: '', task_gt: [] }],
  ['prmbench', { original_process: [], modified_process: [], error_steps: null }],
  ['processbench', { problem: 'q', steps: [], label: -1 }],
  ['mathv', { question: 'q', image: 'a', outputs: { run: { response: '' } } }],
  ['evpv', { vlmresponse3: {} }],
  ['evpv', { question: 'q', image: 'a' }],
  ['evpv', { question: 'q', image_paths: [] }],
  ['text', { question: 'q', image: 'a', response: 'because' }],
  ['text', { question: 'q', responses: [] }],
  [undefined, { question: 'q', steps: [] }],
  [undefined, {}],
])('finds %s', (format, record) => {
  expect(detectFormat([record])?.codec.name).toBe(format);
});
