import { describe, expect, it } from 'vitest';
import { describeGain } from '../../../../src/report/best-of-n/page/describe-gain.js';

const gain = (mean: number | null, low: number | null, high: number | null) => ({ n: 40, clusters: 40, standardError: 0.01, mean, low, high, minimumDetectable: 0.034 });

describe('describeGain', () => {
  it.each([
    [gain(0.05, 0.01, 0.09), 'good', 'Better than a vote by +5.0 points [+1.0, +9.0], over 40 problems.'],
    [gain(-0.05, -0.09, -0.01), 'bad', 'Worse than a vote: -5.0 points [-9.0, -1.0], over 40 problems.'],
    [gain(0.02, -0.01, 0.05), 'unsure', 'Not shown to differ from a vote: +2.0 points [-1.0, +5.0], over 40 problems. A true difference would have to be about 3.4 points to show four times in five.'],
    [gain(0, 0, 0), 'unsure', 'Against a vote: no difference in any of 40 problems.'],
    [gain(0.5, null, null), 'unsure', 'Against a vote: +50.0 points, but all problems share one question and its images, so that nobody can say how sure this is.'],
    [gain(null, null, null), 'unsure', 'Against a vote: nothing can be told, no problem has both figures.'],
  ])('claims no more than the interval of %j shows', (interval, tone, text) => {
    expect(describeGain(interval, 'a vote')).toEqual({ tone, text });
  });
});
