import { NATIVE_FORMAT, type StepLabel } from '../../schema/index.js';
import type { DatasetCodec } from '../dataset-codec.js';
import { failRecord } from '../fail-record.js';
import { candidateFromSteps } from './candidate-from-steps.js';
import { decodeProblem, readScalar } from './decode-problem.js';
import { readTexts } from './visualprocessbench.js';

/** ProcessBench: a solution and the place of its first error. Nobody judged the steps behind it: they are neutral. Read only. */
export const processbenchCodec: DatasetCodec = {
  name: 'processbench',

  detect: (records) => {
    const fits = records.every((record) => Array.isArray(record['steps']) && typeof record['label'] === 'number' && 'problem' in record);
    return fits ? 'records hold `problem`, `steps` and a `label`' : null;
  },

  decode: (record, context) => {
    const steps = readTexts(record['steps'], 'steps');
    const stepLabels = readFirstError(record['label'], steps.length);
    const { final_answer_correct: correct } = record;
    const { problem: question, ...rest } = record;
    // Ids are `gsm8k-12`: the part before the number names the split.
    const split = /^(?<name>.+?)-\d+$/u.exec(readScalar(record, 'id') ?? '')?.groups?.['name'];
    const problem = decodeProblem({ ...rest, question, ...(split === undefined || 'source' in record ? {} : { source: split }) }, {
      ids: ['id'],
      images: ['image'],
      source: ['source'],
      isSolutionKey: (key) => ['steps', 'label', 'generator', 'final_answer_correct'].includes(key),
      hashesSolutions: true,
    }, context);
    const candidate = candidateFromSteps(0, steps, readScalar(record, 'generator'));
    return { format: NATIVE_FORMAT, problem, candidates: [{ ...candidate, stepLabels, ...(typeof correct === 'boolean' ? { correct } : {}) }] };
  },
};

/** `label` is the 0-based place of the first error; -1 where all steps are right. */
function readFirstError(value: unknown, steps: number): StepLabel[] {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < -1 || value >= steps) {
    return failRecord(`expected \`label\` to be -1 or the place of a step, 0 to ${steps - 1}, got ${JSON.stringify(value)?.slice(0, 20)}`);
  }
  return Array.from({ length: steps }, (_, index) => (value === -1 || index < value ? 1 : index === value ? -1 : 0));
}
