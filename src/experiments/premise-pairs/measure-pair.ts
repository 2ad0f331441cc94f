import type { ImageSource } from '../../images/image-source.js';
import type { MeasuredPair, PairCell } from '../../metrics/index.js';
import { attemptStage } from '../../pipeline/attempt-stage.js';
import { describeImages } from '../../pipeline/describe-images.js';
import type { PremisesMode } from '../../pipeline/premises.js';
import { verifySolution } from '../../pipeline/verify-solution.js';
import type { Problem, ScoringOptions, Verification } from '../../schema/index.js';
import type { Verifier } from '../../verifiers/verifier.js';
import type { PremisePair } from './premise-pair.js';

export interface MeasurePairOptions {
  verifier: Verifier;
  /** Finds an image by its reference (see resolveImage). */
  openImage: (ref: string) => ImageSource;
  scoring?: ScoringOptions | undefined;
  /** Default `declared`. */
  premises?: PremisesMode | undefined;
  signal?: AbortSignal | undefined;
}

const places = [0, 1] as const;

/** Verifies both solutions of a pair on both of its images; each image is described once. What failed is told in its cell. */
export async function measurePair(pair: PremisePair, { verifier, openImage, scoring = {}, premises = 'declared', signal }: MeasurePairOptions): Promise<MeasuredPair> {
  const cells: PairCell[] = [];
  for (const image of places) {
    const ref = pair.versions[image].image;
    const problem: Problem = { id: `${pair.id}/${'ab'[image]}`, question: pair.question, images: [ref] };
    const opened = await attemptStage('describe', signal, async () => [openImage(ref)]);
    const images = opened.value ?? [];
    const description = opened.failure === null ? await describeImages(verifier, { problem, images, signal }) : opened;
    for (const premise of places) {
      const { solution } = pair.versions[premise];
      const verification = await verifySolution({ verifier, problem, images, solution, description, scoring, premises, signal });
      cells.push({ image, premise, ...readStep(verification, pair.premiseStep) });
    }
  }
  const { id, imageKind, factKind, level, difficulty } = pair;
  return { id, imageKind, factKind, level, difficulty, cells };
}

/** What the verification says about the premise step. */
function readStep({ steps, failures }: Verification, index: number): Omit<PairCell, 'image' | 'premise'> {
  const step = steps[index];
  const failure = failures.map(({ stage, reason }) => `${stage}: ${reason}`).join('; ') || null;
  if (step === undefined || step.judgment.status === 'unscored') return { gated: null, raw: null, isObservable: false, isContradicted: null, failure };
  const { reliability, verdicts, gateFailure } = step;
  return {
    gated: gateFailure === null ? step.gated ?? 0 : null,
    raw: step.raw ?? 0,
    isObservable: reliability !== null,
    isContradicted: verdicts.length === 0 ? null : reliability !== null && reliability.conflict > 0 && reliability.conflict >= Math.max(reliability.support, reliability.unknown),
    failure,
  };
}
