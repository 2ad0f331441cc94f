import type { ModelUsage } from './usage-meter.js';

/** Counts a call as open while it runs, and how it ended. */
export async function countCall<T>(usage: ModelUsage, call: () => Promise<T>): Promise<T> {
  usage.open++;
  try {
    return await call();
  } catch (error) {
    usage.failures++;
    throw error;
  } finally {
    usage.open--;
    usage.calls++;
  }
}
