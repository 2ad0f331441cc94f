import { overTriple } from './over-triple.js';

/**
 * Default gate: gated = (1 - c - λ·u)·raw - c, with c conflict and u unknown.
 * Supported premises leave the reward, contradicted ones take it to -1, unknown ones shrink it toward 0 from both sides.
 */
export const premiseGate = overTriple((raw, { conflict, unknown }, { lambda }) => (1 - conflict - lambda * unknown) * raw - conflict);
