import { NATIVE_FORMAT, type StepLabel } from '../../schema/index.js';
import type { DatasetCodec } from '../dataset-codec.js';
import { failRecord } from '../fail-record.js';
import { nameJsonType } from '../parse-json-object.js';
import { findStepMarkers } from '../split/find-step-markers.js';
import { candidateFromSteps } from './candidate-from-steps.js';
import { decodeProblem } from './decode-problem.js';
import { readTexts } from './visualprocessbench.js';

const SOLUTION_KEYS = ['step_list', 'reasoning_error', 'task_gt'];

/** VLRMBench, error location: a solution as it was (no labels given), and again with errors put in (labelled). Read only. */
export const vlrmbenchCodec: DatasetCodec = {
  name: 'vlrmbench',

  detect: (records) => {
    const fits = records.every((record) => SOLUTION_KEYS.every((key) => key in record));
    return fits ? 'records hold `step_list`, `reasoning_error` and `task_gt`' : null;
  },

  decode: (record, context) => {
    const original = readTexts(record['step_list'], 'step_list');
    const changed = readChangedSteps(record['reasoning_error']);
    const stepLabels = readErrors(record['task_gt'], changed.length);
    const problem = decodeProblem(record, {
      ids: ['id'],
      localImages: ['local_images'],
      images: ['image'],
      source: ['category'],
      isSolutionKey: (key) => SOLUTION_KEYS.includes(key),
      hashesSolutions: true,
    }, context);
    const candidates = [candidateFromSteps(0, original, 'original'), { ...candidateFromSteps(1, changed, 'with-errors'), stepLabels }];
    return { format: NATIVE_FORMAT, problem, candidates };
  },
};

/** One text whose steps begin with "STEP k:"; blanks between them belong to no step. */
function readChangedSteps(value: unknown): string[] {
  if (typeof value !== 'string') failRecord(`expected \`reasoning_error\` to be a string, got ${nameJsonType(value)}`);
  const starts = [0, ...findStepMarkers(value).filter((start) => start > 0)];
  return starts.map((start, i) => value.slice(start, starts[i + 1]).trim());
}

function readErrors(value: unknown, steps: number): StepLabel[] {
  if (!Array.isArray(value)) failRecord(`expected \`task_gt\` to be a list of 0 and 1, got ${nameJsonType(value)}`);
  if (value.length !== steps) failRecord(`expected one label a step, got ${value.length} labels for ${steps} steps`);
  return value.map((error, i) => {
    if (error !== 0 && error !== 1) failRecord(`expected \`task_gt[${i}]\` to be 0 or 1, got ${JSON.stringify(error)?.slice(0, 20)}`);
    return error === 1 ? -1 : 1;
  });
}
