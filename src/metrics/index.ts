export { bestOfNAtK, bestOfNCurve, type JudgedCandidate } from './best-of-n.js';
export { clusteredInterval, type ClusteredValue, type MeanInterval } from './clustered-interval.js';
export { passAtK } from './pass-at-k.js';
export { voteAtK, type VotingCandidate } from './vote-at-k.js';
export { weightedVoteAtK, type SubsetEstimate } from './weighted-vote-at-k.js';
