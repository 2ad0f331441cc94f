import { NATIVE_FORMAT, type StepLabel } from '../../schema/index.js';
import type { DatasetCodec, DecodeContext } from '../dataset-codec.js';
import { failRecord } from '../fail-record.js';
import { nameJsonType } from '../parse-json-object.js';
import { candidateFromSteps } from './candidate-from-steps.js';
import { decodeProblem, readScalar } from './decode-problem.js';
import { readTexts } from './visualprocessbench.js';

const SOLUTION_KEYS = ['modified_process', 'error_steps', 'original_process'];

/** PRMBench: the changed solution with its wrong steps, which is what the benchmark scores. The solution before goes to the metadata. Read only. */
export const prmbenchCodec: DatasetCodec = {
  name: 'prmbench',

  detect: (records) => {
    const fits = records.every((record) => SOLUTION_KEYS.every((key) => key in record));
    return fits ? 'records hold `original_process`, `modified_process` and `error_steps`' : null;
  },

  decode: (record, context) => {
    const steps = readTexts(record['modified_process'], 'modified_process');
    const stepLabels = readErrorSteps(record['error_steps'], steps.length, context);
    // `idx` comes back in other classes: both together name a record.
    const id = [readScalar(record, 'classification'), readScalar(record, 'idx')].filter((part) => part !== undefined).join('/');
    const question = record['modified_question'] ?? record['question'];
    const problem = decodeProblem({ ...record, question, ...(id === '' ? {} : { id }) }, {
      ids: ['id'],
      images: ['image'],
      source: ['classification'],
      isSolutionKey: (key) => key === 'modified_process' || key === 'error_steps' || key === 'modified_question',
      hashesSolutions: true,
    }, context);
    return { format: NATIVE_FORMAT, problem, candidates: [{ ...candidateFromSteps(0, steps, 'modified'), stepLabels }] };
  },
};

/** `error_steps` count from 1; all other steps are right. */
function readErrorSteps(value: unknown, steps: number, { warn }: DecodeContext): StepLabel[] {
  if (value !== null && !Array.isArray(value)) failRecord(`expected \`error_steps\` to be a list of step numbers from 1 up, got ${nameJsonType(value)}`);
  const numbers = (value ?? []).map((step: unknown, i: number) => (Number.isInteger(step) && (step as number) >= 1 ? step as number : failRecord(`expected \`error_steps[${i}]\` to be a step number from 1 up, got ${JSON.stringify(step)?.slice(0, 20)}`)));
  const past = numbers.filter((step) => step > steps);
  if (past.length > 0) warn(`\`error_steps\` names ${past.join(', ')}, but there are ${steps} steps; ${past.length === 1 ? 'it is' : 'they are'} left out`);
  return Array.from({ length: steps }, (_, index) => (numbers.includes(index + 1) ? -1 : 1));
}
