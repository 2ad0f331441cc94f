import { overTriple } from './over-triple.js';

/** gated = raw where support reaches τ, else 0. */
export const thresholdGate = overTriple((raw, { support }, { tau }) => (support >= tau ? raw : 0));
