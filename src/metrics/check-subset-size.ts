import { UsageError } from '../errors/index.js';

/** @throws UsageError unless k is an integer from 1 up. */
export function checkSubsetSize(k: number): void {
  if (!Number.isInteger(k) || k < 1) throw new UsageError(`Expected \`k\` to be an integer from 1 up, got \`${k}\``);
}
