import { NATIVE_FORMAT, type Candidate, type Problem } from '../../schema/index.js';
import type { DatasetCodec, DecodeContext } from '../dataset-codec.js';
import { failRecord } from '../fail-record.js';
import { isJsonObject, nameJsonType, type JsonObject } from '../parse-json-object.js';
import { candidateFromText } from './candidate-from-text.js';
import { decodeProblem } from './decode-problem.js';

/** MATH-V problems with the answers of named model runs, judged by the publishers. Read only. */
export const mathvCodec: DatasetCodec = {
  name: 'mathv',

  detect: (records) => {
    const fits = records.every(({ outputs }) => isJsonObject(outputs) && Object.values(outputs).every((run) => isJsonObject(run) && 'response' in run));
    return fits ? 'records hold `outputs` of named runs, each with a `response`' : null;
  },

  decode: (record, context) => {
    const problem = decodeProblem(record, {
      ids: ['id'],
      images: ['image', 'images'],
      source: ['source'],
      isSolutionKey: (key) => key === 'outputs',
      hashesSolutions: false,
    }, context);
    warnOfMissingImages(problem, context);
    return { format: NATIVE_FORMAT, problem, candidates: readRuns(record['outputs'], context) };
  },
};

/** Every run in file order; runs left out keep their index, so that numbers mean the same run with and without a choice. */
function readRuns(outputs: unknown, { keepsRun }: DecodeContext): Candidate[] {
  if (!isJsonObject(outputs)) failRecord(`expected \`outputs\` to be an object of runs, got ${nameJsonType(outputs)}`);
  return Object.entries(outputs).flatMap(([name, run], index) => (keepsRun(name) ? [readRun(name, run, index)] : []));
}

function readRun(name: string, run: unknown, index: number): Candidate {
  if (!isJsonObject(run) || typeof run['response'] !== 'string') {
    failRecord(`expected the run ${JSON.stringify(name)} to be an object with a \`response\` text, got ${nameJsonType(isJsonObject(run) ? run['response'] : run)}`);
  }
  const { response, correct, ...metadata } = run as JsonObject & { response: string };
  if (correct !== undefined && correct !== null && typeof correct !== 'boolean') failRecord(`expected \`correct\` of the run ${JSON.stringify(name)} to be true or false, got ${nameJsonType(correct)}`);
  return {
    ...candidateFromText(index, response, name),
    ...(typeof correct === 'boolean' ? { correct } : {}),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  };
}

/** Some questions speak of more images than the publishers give: the rest of the record is good. */
function warnOfMissingImages({ question, images }: Problem, { warn }: DecodeContext): void {
  const highest = Math.max(0, ...[...question.matchAll(/<image(\d{1,3})>/gu)].map(([, number]) => Number(number)));
  if (highest > images.length) warn(`the question cites <image${highest}>, but the record names ${images.length} image${images.length === 1 ? '' : 's'}`);
}
