import type { Solution, Verification } from '../../../schema/index.js';
import type { JsonObject } from '../../parse-json-object.js';

/** Why a slot has no `eval`. */
export interface MissingEval {
  status: string;
  scored_steps: number;
  steps: number;
  reason: string;
}

/**
 * The reference's evaluation fields (its `evpv_prm_inference.py`). `hard` writes raw scores as 1 for a positive reward and -1
 * otherwise, which its aggregators need; `soft` writes the rewards. A step without a raw reward leaves the whole `eval` out,
 * because the reference would read any stand-in as a judgment; a step without a gated one leaves `final_step_scores` out.
 */
export function encodeEval(solution: Solution, { steps, score, reportedP }: Verification, stepScores: 'hard' | 'soft'): JsonObject | MissingEval {
  const raw = steps.flatMap((step) => (step.raw === null ? [] : [step.raw]));
  if (raw.length < steps.length || steps.length === 0) {
    const reason = steps.length === 0 ? 'it has no steps' : `${steps.length - raw.length} of ${steps.length} steps have no score`;
    return { status: score.status, scored_steps: raw.length, steps: steps.length, reason };
  }
  const gated = steps.flatMap((step) => (step.gated === null ? [] : [step.gated]));
  return {
    raw_step_scores: stepScores === 'soft' ? raw : raw.map((reward) => (reward > 0 ? 1 : -1)),
    ...(gated.length === steps.length ? { final_step_scores: gated } : {}),
    ...(reportedP === null ? {} : { local_p_score: reportedP }),
    ...encodeChecklist(solution),
  };
}

/** Distinct dependencies as a bullet list in order of first use, and the 0-based steps that have one (reference: `build_visual_checklist`). */
export function encodeChecklist({ steps }: Solution): { visual_checklist: string; visual_step_indices: number[] } {
  const claims = new Set(steps.flatMap(({ visualDependency }) => (visualDependency === null ? [] : [visualDependency])));
  return {
    visual_checklist: claims.size === 0 ? '(empty)' : [...claims].map((claim) => `- ${claim}`).join('\n'),
    visual_step_indices: steps.flatMap(({ visualDependency }, i) => (visualDependency === null ? [] : [i])),
  };
}
