import type { Candidate, ProblemRecord } from '../../../schema/index.js';
import { NATIVE_FORMAT } from '../../../schema/index.js';
import type { DecodeContext } from '../../dataset-codec.js';
import type { JsonObject } from '../../parse-json-object.js';
import { decodeProblem } from '../decode-problem.js';
import { decodeSlot } from './decode-slot.js';

const SLOT = /^vlmresponse([1-9]\d{0,5})$/u;

/** Whether a key is one of `vlmresponse1..N`. */
export function isSlotKey(key: string): boolean {
  return SLOT.test(key);
}

/** Reads a row of the reference's policy output, or of its benchmarks (no slots: no candidates). */
export function decodeEvpv(record: JsonObject, context: DecodeContext): ProblemRecord {
  const candidates: Candidate[] = [];
  for (const [key, slot] of Object.entries(record)) {
    const number = SLOT.exec(key)?.[1];
    if (number === undefined || slot === null || slot === '') continue;
    const { candidate, problem } = decodeSlot(slot, Number(number) - 1);
    if (problem !== null) context.warn(`\`${key}\` is read as a candidate without steps: ${problem}`);
    candidates.push(candidate);
  }
  candidates.sort((a, b) => a.index - b.index);
  const problem = decodeProblem(record, {
    ids: ['pid', 'id', 'qid'],
    images: ['image', 'images', 'image_paths'],
    source: ['datasource'],
    isSolutionKey: isSlotKey,
    hashesSolutions: false,
  }, context);
  return { format: NATIVE_FORMAT, problem, candidates };
}
