import type { AggregationName } from '../../schema/index.js';
import type { Aggregation } from './aggregation.js';
import { correctnessRate } from './correctness-rate.js';
import { firstErrorPosition } from './first-error-position.js';
import { geometricMean } from './geometric-mean.js';
import { last } from './last.js';
import { mean } from './mean.js';
import { min } from './min.js';
import { product } from './product.js';
import { streak } from './streak.js';
import { weightedCorrectness } from './weighted-correctness.js';

/** Every aggregation by its name (`--aggregate`). */
export const aggregations: Readonly<Record<AggregationName, Aggregation>> = {
  mean,
  min,
  product,
  last,
  'correctness-rate': correctnessRate,
  'weighted-correctness': weightedCorrectness,
  streak,
  'geometric-mean': geometricMean,
  'first-error-position': firstErrorPosition,
};
