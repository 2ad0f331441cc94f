import { NATIVE_FORMAT, type Candidate } from '../../schema/index.js';
import type { DatasetCodec, EncodableRecord } from '../dataset-codec.js';
import { failRecord } from '../fail-record.js';
import { isJsonObject, nameJsonType, type JsonObject } from '../parse-json-object.js';
import { candidateFromText } from './candidate-from-text.js';
import { decodeProblem } from './decode-problem.js';

const SOLUTION_KEYS = ['response', 'responses'];

/** Free-form solutions: `response`, or `responses` as texts or `{ text, policy?, correct? }`; null keeps a number empty. */
export const textCodec: DatasetCodec = {
  name: 'text',

  detect: (records) => {
    const fits = records.every(({ response, responses }) => typeof response === 'string' || Array.isArray(responses));
    return fits ? 'records hold `response` or `responses` as free text' : null;
  },

  decode: (record, context) => {
    const problem = decodeProblem(record, {
      ids: ['id'],
      images: ['image', 'images'],
      source: ['source'],
      isSolutionKey: (key) => SOLUTION_KEYS.includes(key),
      hashesSolutions: false,
    }, context);
    return { format: NATIVE_FORMAT, problem, candidates: readResponses(record) };
  },

  encode: ({ problem: { metadata, ...problem }, candidates }) => ({ ...metadata, ...problem, responses: writeResponses(candidates) }),
};

function readResponses({ response, responses }: JsonObject): Candidate[] {
  if (response !== undefined && responses !== undefined) failRecord('expected `response` or `responses`, got both; put all texts into `responses`');
  const items: unknown = responses ?? [response ?? null];
  if (!Array.isArray(items)) failRecord(`expected \`responses\` to be a list, got ${nameJsonType(items)}`);
  return items.flatMap((item, index) => (item === null ? [] : [readResponse(item, index)]));
}

function readResponse(item: unknown, index: number): Candidate {
  if (typeof item === 'string') return candidateFromText(index, item, undefined);
  if (!isJsonObject(item) || typeof item['text'] !== 'string') failRecord(`expected response ${index} to be a text or an object with \`text\`, got ${nameJsonType(item)}`);
  const { text, policy, correct, ...metadata } = item as JsonObject & { text: string };
  if (policy !== undefined && typeof policy !== 'string') failRecord(`expected \`policy\` of response ${index} to be a string, got ${nameJsonType(policy)}`);
  if (correct !== undefined && typeof correct !== 'boolean') failRecord(`expected \`correct\` of response ${index} to be true or false, got ${nameJsonType(correct)}`);
  return {
    ...candidateFromText(index, text, policy),
    ...(correct === undefined ? {} : { correct }),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  };
}

/** The exact response where it is known, else the steps as paragraphs. */
function writeResponses(candidates: EncodableRecord['candidates']): (JsonObject | null)[] {
  const places = Math.max(0, ...candidates.map(({ index }) => index + 1));
  const list = Array.from<JsonObject | null>({ length: places }).fill(null);
  for (const { index, response, solution, policy, correct, metadata } of candidates) {
    const text = response ?? solution.steps.map((step) => step.text).join('\n\n');
    list[index] = { ...metadata, text, ...(policy === undefined ? {} : { policy }), ...(correct === undefined ? {} : { correct }) };
  }
  return list;
}
