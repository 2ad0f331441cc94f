import type { Gate } from './gate.js';

/** The reference's gate (`evpv_prm_inference.py`): gated = p·raw where raw > 0, else raw, with one p for the whole response. */
export const evpvGate: Gate = (raw, { p }) => {
  if (raw <= 0) return raw;
  return p === null ? null : p * raw;
};
