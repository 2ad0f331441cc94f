import { UsageError } from '../errors/index.js';
import type { AuditedClaim, ResolvedScoringOptions, ScoringOptions, StepJudgment, StepReward } from '../schema/index.js';
import { collectEvidence } from './collect-evidence.js';
import type { GateEvidence } from './gates/gate.js';
import { gates } from './gates/index.js';
import { resolveScoringOptions } from './resolve-scoring-options.js';

/** What the verifier found out about one solution. */
export interface GateRewardsInput {
  /** One a step, in order. */
  judgments: readonly StepJudgment[];
  /** The visual checklist with its verdicts; `verdict: null` where the audit failed. */
  claims: readonly AuditedClaim[];
  /** The p that the verifier reported for the response, in [0,1]. Used by `gate: 'evpv'` with `pSource: 'reported'` only. */
  reportedP?: number | null;
  /** Why verdicts or the reported p are missing: becomes the `gateFailure` of the steps that need them. */
  auditFailure?: string | null;
}

/**
 * Gates the reward of each step by the reliability of the visual premises it uses.
 *
 * raw = 2·probability - 1. A step without a visual claim, or whose claims are all unobservable, keeps it.
 * A no-evidence step stays null, unless a premise of it is contradicted: then it is gated from raw = 0.
 * An unscored step stays null. A failed audit leaves `raw` and makes `gated` null on the visual steps that need it.
 * Formulas and sources: docs/papers.md.
 * @returns one reward a step; `raw` and `gated` in [-1,1] or null.
 * @throws UsageError for invalid options, or a claim that names a step that does not exist.
 */
export function gateRewards(input: GateRewardsInput, options: ScoringOptions = {}): StepReward[] {
  const { judgments, claims, reportedP = null, auditFailure = null } = input;
  const resolved = resolveScoringOptions(options);
  checkSteps(claims, judgments.length);
  const evidenceOf = collectEvidence(claims, reportedP, resolved);
  const claimsOf = groupByStep(claims);
  return judgments.map((judgment, index): StepReward => {
    const own = claimsOf[index] ?? [];
    const isVisual = own.length > 0;
    const raw = judgment.status === 'scored' ? 2 * judgment.probability - 1 : null;
    if (!isVisual) return { index, judgment, raw, gated: raw, isVisual, reliability: null, gateFailure: null, verdicts: [] };
    const evidence = evidenceOf(own);
    const { gated, failed } = gateVisualStep(judgment, raw, evidence, resolved);
    const gateFailure = failed ? (auditFailure ?? missingPart(own)) : null;
    const verdicts = own.map(({ verdict }) => verdict).filter((verdict) => verdict !== null);
    return { index, judgment, raw, gated, isVisual, reliability: evidence.reliability, gateFailure, verdicts };
  });
}

/** The claims of each step, in the order of the checklist; a claim that names a step twice counts once. */
function groupByStep(claims: readonly AuditedClaim[]): AuditedClaim[][] {
  const groups: AuditedClaim[][] = [];
  for (const claim of claims) {
    for (const step of claim.steps) {
      const group = (groups[step] ??= []);
      if (group.at(-1) !== claim) group.push(claim);
    }
  }
  return groups;
}

/** Applies the chosen gate to a visual step, keeping apart "nothing was measured" and "the measurement failed". */
function gateVisualStep(judgment: StepJudgment, raw: number | null, evidence: GateEvidence, options: ResolvedScoringOptions) {
  if (judgment.status === 'unscored') return { gated: null, failed: false };
  const gated = gates[options.gate](raw ?? 0, evidence, options);
  if (gated === null) return { gated, failed: true };
  const isContradicted = options.gate !== 'none' && (evidence.reliability?.conflict ?? 0) > 0;
  return { gated: raw === null && !isContradicted ? null : gated, failed: false };
}

function missingPart(own: readonly AuditedClaim[]): string {
  const claim = own.find(({ verdict }) => verdict === null)?.claim;
  return claim === undefined ? 'the audit gave no result for the response' : `the audit gave no verdict for the claim ${JSON.stringify(claim)}`;
}

function checkSteps(claims: readonly AuditedClaim[], count: number): void {
  for (const { claim, steps } of claims) {
    const bad = steps.find((step) => step >= count);
    if (bad !== undefined) throw new UsageError(`Expected the steps of the claim ${JSON.stringify(claim)} to be below ${count}, got ${bad}`);
  }
}
