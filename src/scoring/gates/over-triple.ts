import type { Reliability, ResolvedScoringOptions } from '../../schema/index.js';
import { clamp } from '../clamp.js';
import type { Gate } from './gate.js';

/** Makes a gate of a formula over the pooled triple: a failed audit gates nothing, and no observable claim changes nothing. */
export function overTriple(formula: (raw: number, triple: Reliability, options: ResolvedScoringOptions) => number): Gate {
  return (raw, { auditFailed, reliability }, options) => {
    if (auditFailed) return null;
    return reliability === null ? raw : clamp(formula(raw, reliability, options), -1, 1);
  };
}
