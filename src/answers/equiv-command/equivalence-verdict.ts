/** What an outside checker says of two answers: equal or not; null with the reason when it could not be asked or did not say. */
export type EquivalenceVerdict =
  | { readonly equal: boolean }
  | { readonly equal: null; readonly reason: string };

/** Two answers to be compared, with what the record says of the question. Sent as one line of JSON. */
export interface AnswerPair {
  readonly gold: string;
  readonly answer: string;
  readonly question?: string;
  readonly choices?: readonly string[];
}

export const unknown = (reason: string): EquivalenceVerdict => ({ equal: null, reason });
