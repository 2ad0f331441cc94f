/** One image of a pair, verified with one of its two solutions. */
export interface PairCell {
  /** Which version was shown, and which was told: equal where image and premise match. */
  image: 0 | 1;
  premise: 0 | 1;
  /** Rewards of the premise step, in [-1,1]; a step without evidence has 0. Null where it could not be measured. */
  gated: number | null;
  raw: number | null;
  /** Whether the audit found the premise to be one it can see. */
  isObservable: boolean;
  /** Whether the audit contradicts the premise: more conflict than support or unknown. Null where there was no audit. */
  isContradicted: boolean | null;
  /** Why something is missing; null when nothing is. */
  failure: string | null;
}

/** What was measured of one pair. */
export interface MeasuredPair {
  id: string;
  imageKind: string;
  factKind: string;
  level: string;
  difficulty: Readonly<Record<string, number>>;
  /** All four. */
  cells: readonly PairCell[];
}
