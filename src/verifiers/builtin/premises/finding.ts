import type { Evidence } from '../../../schema/index.js';

/** What the audit found about one assertion. support + conflict <= 1, the rest is unknown. */
export interface Finding {
  readonly observable: boolean;
  readonly support: number;
  readonly conflict: number;
  readonly evidence: readonly Evidence[];
}

export const nothingSeen = (text: string): Finding => ({ observable: false, support: 0, conflict: 0, evidence: [{ stance: 'unknown', text, constraintId: null, places: [] }] });
