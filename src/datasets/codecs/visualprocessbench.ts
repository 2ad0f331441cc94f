import { NATIVE_FORMAT, stepLabelSchema, type StepLabel } from '../../schema/index.js';
import type { DatasetCodec } from '../dataset-codec.js';
import { failRecord } from '../fail-record.js';
import { isJsonObject, nameJsonType } from '../parse-json-object.js';
import { candidateFromSteps } from './candidate-from-steps.js';
import { decodeProblem, readScalar } from './decode-problem.js';

/** VisualProcessBench: one row a solution, with a human label for every step. Read only. */
export const visualprocessbenchCodec: DatasetCodec = {
  name: 'visualprocessbench',

  detect: (records) => {
    const fits = records.every(({ response }) => isJsonObject(response) && 'steps' in response && 'process_correctness' in response);
    return fits ? 'records hold `response.steps` and `response.process_correctness`' : null;
  },

  decode: (record, context) => {
    const response = record['response'];
    if (!isJsonObject(response)) failRecord(`expected \`response\` to be an object, got ${nameJsonType(response)}`);
    const steps = readTexts(response['steps'], 'response.steps');
    const stepLabels = readLabels(response['process_correctness'], steps.length);
    const policy = readScalar(record, 'policy_model');
    const problem = decodeProblem(record, {
      ids: ['id'],
      localImages: ['local_image', 'local_images'],
      images: ['image'],
      source: ['data_source'],
      isSolutionKey: (key) => key === 'response' || key === 'policy_model',
      hashesSolutions: true,
    }, context);
    return { format: NATIVE_FORMAT, problem, candidates: [{ ...candidateFromSteps(0, steps, policy), stepLabels }] };
  },
};

/** A list of texts; fails the record otherwise. */
export function readTexts(value: unknown, name: string): string[] {
  if (!Array.isArray(value)) failRecord(`expected \`${name}\` to be a list of texts, got ${nameJsonType(value)}`);
  return value.map((text, i) => (typeof text === 'string' ? text : failRecord(`expected \`${name}[${i}]\` to be a string, got ${nameJsonType(text)}`)));
}

function readLabels(value: unknown, steps: number): StepLabel[] {
  if (!Array.isArray(value)) failRecord(`expected \`response.process_correctness\` to be a list of labels, got ${nameJsonType(value)}`);
  if (value.length !== steps) failRecord(`expected one label a step, got ${value.length} labels for ${steps} steps`);
  return value.map((label, i) => {
    const parsed = stepLabelSchema.safeParse(label);
    return parsed.success ? parsed.data : failRecord(`expected \`response.process_correctness[${i}]\` to be 1, 0 or -1, got ${JSON.stringify(label)?.slice(0, 20)}`);
  });
}
