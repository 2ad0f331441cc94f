import type { Drawing } from './drawing/drawing.js';

/** What a candidate is, on purpose. Kept in its `metadata.kind`. */
export type CandidateKind = 'correct' | 'correct-undeclared' | 'misread' | 'swapped' | 'slip' | 'lucky';

/** The kinds that hold a mistake. `lucky`: a false premise that does not change the answer. */
export type MistakeKind = Exclude<CandidateKind, 'correct' | 'correct-undeclared'>;

/** A mistake: values seen wrongly, and results computed wrongly (by name, from the result that would follow). */
export interface Mistake<Seen> {
  see?: Partial<Seen>;
  slip?: Record<string, (result: number) => number>;
}

/** Passes a computed number on, or spoils it when the candidate slips at this name. */
export type Slip = (name: string, result: number) => number;

/** One step, as sentences over what the writer believes. */
export interface DraftStep<Belief> {
  say: (belief: Belief) => string;
  /** The visual premise in the writer's words; left out for none. */
  see?: (belief: Belief) => string;
}

/** A problem of one design: the truth, the ways to miss it, and at least two ways to tell it. */
export interface Draft<Seen extends object, Derived extends object> {
  question: string;
  choices?: string[];
  drawings: Drawing[];
  /** What is truly in the drawings. */
  seen: Seen;
  /** Everything that follows from what is seen, each slip-prone number passed through `slip`. */
  derive: (seen: Seen, slip: Slip) => Derived;
  answer: (belief: Seen & Derived) => string;
  mistakes: Partial<Record<MistakeKind, Mistake<Seen>>>;
  voices: DraftStep<Seen & Derived>[][];
}

/** One step as told by one candidate, with its gold label. */
export interface ToldStep {
  text: string;
  premise: string | null;
  label: 1 | -1;
}

/** A draft whose value types are sealed, so that drafts of all designs fit one list. */
export interface SampleDraft {
  question: string;
  choices: string[] | undefined;
  drawings: Drawing[];
  answer: string;
  mistakeKinds: MistakeKind[];
  voiceCount: number;
  /** Tells the solution with the mistake of that kind (none for the correct kinds), in one of the voices. */
  tell: (kind: CandidateKind, voice: number) => { steps: ToldStep[]; answer: string };
}
