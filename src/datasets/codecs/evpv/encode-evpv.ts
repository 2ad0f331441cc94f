import type { EncodableRecord, EncodeContext } from '../../dataset-codec.js';
import type { JsonObject } from '../../parse-json-object.js';
import { encodeEval } from './encode-eval.js';

type EncodableCandidate = EncodableRecord['candidates'][number];

/** Writes a record as the reference's policy output, with its evaluation fields where every step has a score. */
export function encodeEvpv({ problem, candidates }: EncodableRecord, context: EncodeContext): JsonObject {
  const { id, question, images, choices, answer, source, metadata } = problem;
  const slots = candidates.map((candidate) => [`vlmresponse${candidate.index + 1}`, encodeSlot(candidate, id, context)] as const);
  return {
    ...metadata,
    pid: id,
    question,
    image: images.length === 1 ? images[0] : images,
    ...(choices === undefined ? {} : { choices }),
    ...(answer === undefined ? {} : { answer }),
    ...(source === undefined ? {} : { datasource: source }),
    ...Object.fromEntries(slots),
  };
}

function encodeSlot({ index, solution, metadata = {}, verification, response }: EncodableCandidate, id: string, context: EncodeContext): unknown {
  if ('unreadable' in metadata) return metadata['original'] ?? encodeUnreadable(response, metadata);
  const declared = solution.checklist === 'declared';
  const slot = {
    ...metadata,
    reasoningprocess: solution.steps.map(({ text, visualDependency }) => ({ steptext: text, ...(declared ? { visualdependency: visualDependency } : {}) })),
    ...(solution.finalAnswer === undefined ? {} : { finalanswer: solution.finalAnswer }),
  };
  if (verification === undefined) return slot;
  // Scores of an earlier run must not stand beside steps that this run could not score.
  const { eval: _earlier, ...rest } = slot as JsonObject;
  const encoded = encodeEval(solution, verification, context.stepScores);
  if ('reason' in encoded) {
    context.warn(`${JSON.stringify(id)}, vlmresponse${index + 1}: written without \`eval\`: ${encoded.reason}`);
    return { ...rest, eval_status: encoded };
  }
  return { ...rest, eval: encoded };
}

/** An answer out of format: the text as it came, or with what else is known of it (how it was drawn) as the reference keeps such answers. */
function encodeUnreadable(response: string | undefined, { unreadable: _, ...rest }: JsonObject): unknown {
  return Object.keys(rest).length === 0 ? response ?? null : { rawoutput: response ?? '', ...rest };
}
