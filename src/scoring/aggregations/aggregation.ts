/**
 * Turns the correctness probabilities of the steps of a solution, in order, into one score.
 * Takes at least one number, each in [0,1]; gives a number in [0,1].
 */
export type Aggregation = (p: readonly number[]) => number;
