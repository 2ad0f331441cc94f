import type { AdaptiveLimit } from './adaptive-limit.js';

/** The calls at servers now, those in line for them, and how many they take. */
export interface ServerLoad {
  inFlight: number;
  waiting: number;
  limit: number;
}

/** Adds up the load of the servers behind a model. */
export function sumLoad(limits: readonly AdaptiveLimit[]): ServerLoad {
  const sum = (name: keyof ServerLoad): number => limits.reduce((total, limit) => total + limit[name], 0);
  return { inFlight: sum('inFlight'), waiting: sum('waiting'), limit: sum('limit') };
}
