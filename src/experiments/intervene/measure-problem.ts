import { readReferenceAnswer, sameAnswer } from '../../answers/index.js';
import { ParseError } from '../../errors/index.js';
import { openLazily } from '../../images/open-lazily.js';
import type { ImageSource } from '../../images/image-source.js';
import { nameImageSet } from '../../jobs/name-image-set.js';
import { nameCondition } from '../../metrics/index.js';
import { attemptStage, type StageResult } from '../../pipeline/attempt-stage.js';
import { describeImages } from '../../pipeline/describe-images.js';
import { verifySolution } from '../../pipeline/verify-solution.js';
import type { ImageDescription, Problem } from '../../schema/index.js';
import { oneLine } from '../../util/one-line.js';
import { settleAll } from '../../util/settle-all.js';
import type { InterventionTools } from './intervention-tools.js';
import type { InterventionUnit, Solved } from './intervention-unit.js';
import { makeDescriptions } from './make-descriptions.js';
import { solveProblem, type ReasonedAnswer } from './solve-problem.js';
import { splitReasoning } from './split-reasoning.js';

/** Names the images of a problem by their bytes; null where they cannot be read. */
export async function nameImages(problem: Problem, { openImage }: Pick<InterventionTools, 'openImage'>, signal: AbortSignal): Promise<string | null> {
  const { value } = await attemptStage('describe', signal, () => nameImageSet({ descriptionDependsOnQuestion: false }, problem, problem.images.map((ref) => openLazily(ref, openImage))));
  return value;
}

/** Lets the policy solve a problem under every condition, and the verifier judge what it wrote. */
export async function measureProblem(problem: Problem, tools: InterventionTools, imageSet: string | null, signal: AbortSignal): Promise<InterventionUnit> {
  const { descriptions, verifier, openImage, samples } = tools;
  // An image that cannot be read stays among them: work that needs it fails, and is never done without it.
  const images = problem.images.map((ref) => openLazily(ref, openImage));
  const [made, seen] = await settleAll([makeDescriptions(tools, problem, images, signal), describeImages(verifier, { problem, images, signal })]);
  const conditions = await settleAll([true, false].flatMap((withImage) => descriptions.map(async (kind): Promise<[string, InterventionUnit['conditions'][string]]> => {
    const name = nameCondition(withImage, kind);
    const given = made.of[kind] ?? { value: null, missing: 'The description was not made.' };
    if (given.missing !== null) return [name, { missing: given.missing, samples: [], failed: [] }];
    if (withImage && images.length === 0) return [name, { missing: 'The problem has no image.', samples: [], failed: [] }];
    const solved = await settleAll(Array.from({ length: samples }, (_, sample) => attemptStage('generate', signal, async () => {
      const answer = await readableOrWhyNot(() => solveProblem(tools, problem, { images: withImage ? images : null, description: given.value, sample, signal }));
      return typeof answer === 'string' ? withoutSolution(answer, problem) : judge(answer, problem, images, seen, tools, signal);
    })));
    const failed = solved.flatMap(({ failure }) => failure?.reason ?? []);
    const kept = solved.flatMap(({ value }) => value ?? []);
    return [name, { missing: kept.length === 0 ? failed[0] ?? 'No solution was made.' : null, samples: kept, failed }];
  })));
  return { imageSet, facts: made.facts, changedFacts: made.changedFacts, conditions: Object.fromEntries(conditions) };
}

/** Tells an answer that no solution can be read from (refused, cut off, broken), which is what the policy did, from a request that failed. */
async function readableOrWhyNot(solve: () => Promise<ReasonedAnswer>): Promise<ReasonedAnswer | string> {
  try {
    return await solve();
  } catch (error) {
    if (error instanceof ParseError) return oneLine(error);
    throw error;
  }
}

const withoutSolution = (noAnswer: string, problem: Problem): Solved => ({ answer: compare(null, problem), noAnswer, steps: null, cutByRules: false, score: null, stepReward: null, unscored: null });

/** Compares the answer, cuts the reasoning into steps, and verifies it: with the images, and with what the verifier itself sees in them, whatever the policy was given. */
async function judge({ reasoning, answer }: ReasonedAnswer, problem: Problem, images: readonly ImageSource[], seen: StageResult<ImageDescription>, { models, library, verifier, scoring, premises }: InterventionTools, signal: AbortSignal): Promise<Solved> {
  const { steps, cutByRules } = await splitReasoning({ model: models.split, library, question: problem.question, reasoning, signal });
  const verification = await verifySolution({
    verifier, problem, images, description: seen, scoring, premises, signal,
    solution: { checklist: 'undeclared', steps: steps.map((text) => ({ text, visualDependency: null })), ...(answer === null ? {} : { finalAnswer: answer }) },
  });
  const { score, steps: rewards, failures } = verification;
  const gated = rewards.flatMap((step) => (step.gated === null ? [] : [step.gated]));
  const isScored = score.status === 'scored' && score.value !== null;
  return {
    answer: compare(answer, problem),
    noAnswer: isNone(answer) ? 'The solution names no answer.' : null,
    steps: steps.length,
    cutByRules,
    score: isScored ? score.value : null,
    stepReward: isScored && gated.length > 0 ? gated.reduce((sum, one) => sum + one, 0) / gated.length : null,
    unscored: isScored || score.status === 'no-evidence' ? null : failures.map(({ stage, reason }) => `${stage}: ${reason}`).join('; ') || score.reason || score.status,
  };
}

function compare(answer: string | null, { answer: gold, question, choices }: Problem): Solved['answer'] {
  if (gold === undefined || gold.trim() === '') return 'no-reference';
  if (isNone(answer)) return 'no-answer';
  const isRight = sameAnswer(answer, readReferenceAnswer(gold), { question, choices });
  return isRight === null ? 'undecided' : isRight ? 'right' : 'wrong';
}

const isNone = (answer: string | null): answer is null => answer === null || answer.trim() === '';
