import type { Reliability, ResolvedScoringOptions } from '../../schema/index.js';

/** What is known about the visual premises of one visual step. */
export interface GateEvidence {
  /** Pooled over observable claims; null when there is none, or when the audit failed. */
  reliability: Reliability | null;
  /** Whether a verdict that the pool needs is missing. */
  auditFailed: boolean;
  /** One number a response, in [0,1] (evpv gate only); null when it was not measured. */
  p: number | null;
}

/**
 * Turns the raw reward of a visual step, in [-1,1], into its gated reward, in [-1,1].
 * Null: the gate lacks a measurement that it needs.
 */
export type Gate = (raw: number, evidence: GateEvidence, options: ResolvedScoringOptions) => number | null;
