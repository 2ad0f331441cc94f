/** A figure that others published, in percent, to be shown beside a user's own. */
export interface PublishedResult {
  benchmark: string;
  policy: string;
  verifier: string;
  /** Candidates a problem. */
  n: number;
  /** Accuracy of a single answer; null where only the gain is published. */
  single: number | null;
  /** Accuracy of Best-of-N; null where only the gain is published. */
  bestOfN: number | null;
  /** Gain in points. */
  gain: number;
  source: string;
}
