import type { GateName } from '../../schema/index.js';
import { evpvGate } from './evpv.js';
import type { Gate } from './gate.js';
import { noGate } from './none.js';
import { premiseGate } from './premise.js';
import { symmetricGate } from './symmetric.js';
import { thresholdGate } from './threshold.js';

/** Every gate by its name (`--gate`). */
export const gates: Readonly<Record<GateName, Gate>> = {
  premise: premiseGate,
  evpv: evpvGate,
  symmetric: symmetricGate,
  threshold: thresholdGate,
  none: noGate,
};
