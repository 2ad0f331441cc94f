import { dynamathWorstCase } from './dynamath-worst-case.js';
import { mathverseVisionOnly } from './mathverse-vision-only.js';
import { mmmu } from './mmmu.js';
import type { Protocol } from './protocol.js';
import { wemathStrict } from './wemath-strict.js';

/** The names of the benchmarks' own rules. */
export const PROTOCOLS = ['mathverse-vision-only', 'wemath-strict', 'dynamath-worst-case', 'mmmu'] as const;
export type ProtocolName = (typeof PROTOCOLS)[number];

const protocols: Record<ProtocolName, Protocol> = {
  'mathverse-vision-only': mathverseVisionOnly, 'wemath-strict': wemathStrict, 'dynamath-worst-case': dynamathWorstCase, mmmu,
};

export function findProtocol(name: ProtocolName): Protocol {
  return protocols[name];
}
