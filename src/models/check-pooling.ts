import { systemClock, type Clock } from './clock.js';
import type { PoolingEndpoint } from './pooling-endpoint.js';

export interface PoolingCheck {
  /** P(step is right) of a right step and of a wrong one, each in [0,1]. */
  probabilities: { right: number; wrong: number };
  /** How long the call took, in milliseconds. */
  judgeMs: number;
}

/** Has a native process reward model judge a solution of two steps, the second wrong, in one real call. @throws what the endpoint throws. */
export async function checkPooling(endpoint: PoolingEndpoint, options: { signal?: AbortSignal | undefined; clock?: Clock } = {}): Promise<PoolingCheck> {
  const { signal, clock = systemClock } = options;
  const start = clock.now();
  const [right, wrong] = await endpoint.doScoreSteps({
    messages: [{ role: 'user', content: [{ type: 'text', text: 'What is the sum of 2, 2 and 3?' }] }],
    steps: ['2 + 2 = 4.', 'So 4 + 3 = 9, and the answer is 9.'],
    signal,
  }) as [number, number];
  return { probabilities: { right, wrong }, judgeMs: clock.now() - start };
}
