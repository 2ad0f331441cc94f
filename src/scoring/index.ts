export { aggregateStepRewards } from './aggregate-step-rewards.js';
export { gateRewards, type GateRewardsInput } from './gate-rewards.js';
export { isTied } from './is-tied.js';
export { majorityVote, type Vote } from './majority-vote.js';
export { poolVerdicts } from './pool-verdicts.js';
export { recomputeP } from './recompute-p.js';
export { resolveScoringOptions } from './resolve-scoring-options.js';
export { scoreSolution } from './score-solution.js';
export { selectBest, type ScoredIndex } from './select-best.js';
