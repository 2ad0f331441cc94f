import { AbortedError, MissingDependencyError } from '../../errors/index.js';
import { oneLine } from '../../util/one-line.js';
import type { Verifier } from '../verifier.js';
import { joinDescriptions, splitDescription } from './join-descriptions.js';
import { settleJudgment } from './settle-judgment.js';
import { settleVerdict } from './settle-verdict.js';

export interface HybridVerifierOptions {
  /** Describes, finds premises, audits and judges. */
  prompted: Verifier;
  /** Confirms or vetoes values in printed text, and arithmetic. */
  builtin: Verifier;
}

/**
 * A prompted verifier whose printed-value claims and arithmetic the built-in one confirms or vetoes (settleVerdict, settleJudgment).
 * Each part audits against its own description. What the prompted part cannot measure stays unmeasured; where the built-in
 * part fails, the prompted result stands, with a note. Closes both.
 */
export function createHybridVerifier({ prompted, builtin }: HybridVerifierOptions): Verifier {
  const failures = new Map<string, number>();

  /** What the built-in part finds, or the reason why it finds nothing. A missing package is no such reason: nothing would ever be found. */
  async function attempt<T>(signal: AbortSignal | undefined, found: Promise<T>): Promise<{ value: T } | { reason: string }> {
    try {
      return { value: await found };
    } catch (error) {
      if (signal?.aborted || error instanceof AbortedError || error instanceof MissingDependencyError) throw error;
      const reason = oneLine(error);
      failures.set(reason, (failures.get(reason) ?? 0) + 1);
      return { reason };
    }
  }

  return {
    id: `hybrid/1 (${prompted.id} + ${builtin.id})`,
    descriptionDependsOnQuestion: prompted.descriptionDependsOnQuestion || builtin.descriptionDependsOnQuestion,
    blindSpots: `${prompted.blindSpots} Only printed values and arithmetic are checked besides: ${builtin.blindSpots}`,
    async doDescribeImages(call) {
      const [described, read] = await both(prompted.doDescribeImages(call), attempt(call.signal, builtin.doDescribeImages(call)));
      return joinDescriptions(described, 'value' in read ? read.value : read.reason);
    },
    doExtractChecklist: (call) => prompted.doExtractChecklist(call.description ? { ...call, description: splitDescription(call.description).described } : call),
    async doAuditChecklist(call) {
      const { described, print } = splitDescription(call.description);
      const [audit, found] = await both(prompted.doAuditChecklist({ ...call, description: described }), attempt(call.signal, builtin.doAuditChecklist({ ...call, description: print })));
      return 'value' in found ? { ...audit, verdicts: pairUp(audit.verdicts, found.value.verdicts, settleVerdict) } : audit;
    },
    async doJudgeSteps(call) {
      const { described, print } = call.description === null ? { described: null, print: null } : splitDescription(call.description);
      const [judgments, found] = await both(prompted.doJudgeSteps({ ...call, description: described }), attempt(call.signal, builtin.doJudgeSteps({ ...call, description: print })));
      return 'value' in found ? pairUp(judgments, found.value, settleJudgment) : judgments;
    },
    readNotes: () => [
      ...(prompted.readNotes?.() ?? []), ...(builtin.readNotes?.() ?? []),
      ...[...failures].map(([reason, times]) => `hybrid: the built-in part failed and the prompted result stands (${times} times): ${reason}`),
    ],
    async close() {
      await both(prompted.close(), builtin.close());
    },
  };
}

/** Waits for both, so that no work goes on unseen, then throws the first failure. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** Settles each result of the model with its counterpart, as far as there is one. */
function pairUp<T>(model: readonly T[], other: readonly T[], settle: (one: T, two: T) => T): T[] {
  return model.map((one, at) => {
    const two = other[at];
    return two === undefined ? one : settle(one, two);
  });
}
