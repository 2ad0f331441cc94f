import { createHash } from 'node:crypto';

/** Draws numbers for one fact: the same seed, item, fact and purpose give the same number on every machine, in whatever order they are asked. */
export type DrawLot = (purpose: string) => number;

/** The lots of one fact of one item, each in [0,1) with 48 bits. */
export function drawLots(seed: number, item: string, fact: string): DrawLot {
  return (purpose) => createHash('sha256').update(JSON.stringify([seed, item, fact, purpose])).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** One of a list that is not empty. */
export const pickByLot = <T>(list: readonly T[], lot: number): T => list[Math.floor(lot * list.length)] as T;
