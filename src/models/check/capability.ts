/** Something that a judge may use, and whether this model has it. */
export interface Capability {
  name: 'choice' | 'logprobs' | 'json' | 'images' | 'prefix-cache' | 'prompt-logprobs' | 'pooling';
  /** `unknown`: the server does not tell, or the answer leaves it open. */
  state: 'yes' | 'no' | 'unknown';
  /** What was seen, in a few words. */
  detail: string;
}

/** How the answer to a plain judge call is read. */
export interface CheckedJudge {
  /** P(the step is right), in [0,1]; null when only the label itself was told. */
  probability: number | null;
  source: 'label-logprobs' | 'top-logprobs' | 'label' | 'pooling';
}

export interface ModelCheck {
  capabilities: Capability[];
  /** Null when the answer was no judgment at all. */
  judge: CheckedJudge | null;
  /** What the model answered to the judge call, cut to a few words. */
  judgeAnswer: string;
  /** How long one judge call of one token took, in milliseconds. */
  judgeMs: number;
  /** The name that the server gives in its answers; null when it gives none. */
  model: string | null;
}
