import type { LabelledStep } from './labelled-step.js';

/** What can be said of a step without reading it: where it stands and how long it is. The prior baseline knows this and nothing else. */
export function describePlace({ index, steps, length }: Pick<LabelledStep, 'index' | 'steps' | 'length'>): number[] {
  const relative = steps > 1 ? index / (steps - 1) : 0;
  const logLength = Math.log1p(length);
  return [relative, relative ** 2, Math.log1p(index), Math.log(steps), logLength, logLength ** 2, index === steps - 1 ? 1 : 0];
}
