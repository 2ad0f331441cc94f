export { bestOfNAtK, type JudgedCandidate } from './best-of-n.js';
export { clusteredInterval, type ClusteredValue, type MeanInterval } from './clustered-interval.js';
export { passAtK } from './pass-at-k.js';
