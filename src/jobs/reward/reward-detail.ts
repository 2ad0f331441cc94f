import type { ImageDescription, Problem, Solution, SolutionScore, StepJudgment, Verification } from '../../schema/index.js';
import type { StageTimings } from './measure-stages.js';
import type { RewardComponents } from './reward-components.js';
import type { RewardErrorKind } from './reward-error.js';

/** A solution to reward, and the problem it solves: the problem itself, or how to find it among those that are known. */
export type RewardItem = { readonly solution: string | Solution } & (
  | { readonly problem: Problem }
  | { readonly id: string }
  | { readonly question: string });

/** The reward of one step, with its place in the response where that is known. */
export interface RewardedStep {
  /** 0-based. */
  index: number;
  status: 'ok' | 'no-evidence' | 'unscored';
  /** In [-1,1]: after the gate; null when there is none. */
  reward: number | null;
  /** In [-1,1]: before the gate; null when there is none. */
  raw: number | null;
  isVisual: boolean;
  /** How the probability was read; null without one. */
  scoreSource: Extract<StepJudgment, { status: 'scored' }>['source'] | null;
  /** UTF-16 code units in the exact response, end exclusive. */
  charStart?: number;
  charEnd?: number;
}

/** Everything about one reward. */
export interface RewardDetail {
  /** The id of the problem; null when none was found. */
  id: string | null;
  /** As SolutionScore; `unscored` also when a component failed. */
  status: SolutionScore['status'];
  /** In [0,1]; null means unscored. */
  reward: number | null;
  /** Why there is no reward. */
  error: { kind: RewardErrorKind; message: string } | null;
  components: RewardComponents;
  steps: RewardedStep[];
  /** What the verifier found; null when it was not asked, or gave nothing. */
  verification: Verification | null;
  /** What was seen in the images; null when describing failed or was not needed. */
  description: ImageDescription | null;
  /** Whether the verification was there already. */
  isFromCache: boolean;
  /** What the verifier did for this reward alone; zeros when it was there already. */
  timings: StageTimings;
  /** Milliseconds from the call to the reward, waiting included. */
  elapsedMs: number;
}
