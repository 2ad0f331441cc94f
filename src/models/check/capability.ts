/** Something that a judge may use, and whether this model has it. */
export interface Capability {
  name: 'choice' | 'logprobs' | 'json' | 'images' | 'prefix-cache' | 'prompt-logprobs';
  /** `unknown`: the server does not tell, or the answer leaves it open. */
  state: 'yes' | 'no' | 'unknown';
  /** What was seen, in a few words. */
  detail: string;
}

export interface ModelCheck {
  capabilities: Capability[];
  /** How long one judge call of one token took, in milliseconds. */
  judgeMs: number;
  /** The name that the server gives in its answers; null when it gives none. */
  model: string | null;
}
