import { z } from 'zod';
import type { CorruptionMode } from './corruption.js';

/** What can be done to the descriptions: `used` and `unused` facts in the chosen mode, all facts in it, and placebos that leave the meaning of all facts. */
export const armNameSchema = z.enum(['used', 'unused', 'all', 'paraphrase', 'shuffle']);
export type ArmName = z.infer<typeof armNameSchema>;

export interface Arm {
  name: ArmName;
  mode: CorruptionMode;
  /** Which facts may be hit, by whether a claim of any candidate of the problem may use them. */
  scope: 'all' | 'used' | 'unused';
}

/** Makes the arm of a name. @param mode what `used`, `unused` and `all` do. */
export function makeArm(name: ArmName, mode: 'drop' | 'flip'): Arm {
  return name === 'paraphrase' || name === 'shuffle' ? { name, mode: name, scope: 'all' } : { name, mode, scope: name };
}
