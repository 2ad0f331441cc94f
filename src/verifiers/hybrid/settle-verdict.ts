import type { ClaimVerdict, Evidence } from '../../schema/index.js';

/** Least share of one side for the print to have a say: that of a sure reading. */
const DECIDED = 0.8;

/**
 * Settles a claim between a model and the printed text. The print has a say where it would have shown the fact, and
 * supports or contradicts it with a share r of at least 0.8; then
 * a veto moves the share r of what the model did not hold against the claim to conflict;
 * a confirmation moves the share r of the model's unknown to support, and the share r of its conflict only to unknown:
 * the value stands there as claimed, but the model may have objected to something that is not printed.
 * Shares of the model that this changes are recorded as evidence, with those of both.
 */
export function settleVerdict(model: ClaimVerdict, print: ClaimVerdict): ClaimVerdict {
  const isVeto = print.conflict >= DECIDED;
  if (!print.observable || (!isVeto && print.support < DECIDED)) return model;
  const r = isVeto ? print.conflict : print.support;
  const support = isVeto ? model.support * (1 - r) : model.support + r * model.unknown;
  const conflict = isVeto ? model.conflict + r * (1 - model.conflict) : model.conflict * (1 - r);
  const settled = { support, conflict, unknown: Math.max(0, 1 - support - conflict) };
  const evidence = [...model.evidence, ...print.evidence];
  if (nameShares(settled) === nameShares(model)) return { ...model, observable: true, evidence };
  return {
    claim: model.claim, observable: true, ...settled,
    severity: isVeto ? (model.severity ?? print.severity) : settled.conflict > 0 ? model.severity : null,
    evidence: [...evidence, noteOverride(isVeto, { model, print, settled })],
  };
}

type Shares = Pick<ClaimVerdict, 'support' | 'conflict' | 'unknown'>;

function noteOverride(isVeto: boolean, { model, print, settled }: Record<'model' | 'print' | 'settled', Shares>): Evidence {
  const text = `The printed text ${isVeto ? 'vetoes' : 'confirms'} the claim (${nameShares(print)}); the model had ${nameShares(model)}. Settled: ${nameShares(settled)}.`;
  return { stance: isVeto ? 'conflict' : 'support', text, constraintId: null, places: [] };
}

const nameShares = ({ support, conflict, unknown }: Shares): string => `support ${support.toFixed(2)}, conflict ${conflict.toFixed(2)}, unknown ${unknown.toFixed(2)}`;
