import type { PublishedResult } from './published-result.js';

const benchmarks = ['MMMU', 'MathVista', 'MathVision', 'MathVerse-VO', 'DynaMath', 'WeMath', 'LogicVista', 'Overall'];

/** Pass@1 and Bo8 of each benchmark, in the order of `benchmarks`. */
const table: Record<string, readonly (readonly [number, number])[]> = {
  'MiniCPM-V2.6-8B': [[49.8, 56.8], [60.8, 65.7], [23.4, 24.7], [18.9, 35.8], [9.8, 11.2], [16.4, 31.0], [27.5, 37.4], [29.5, 37.5]],
  'Qwen2.5-VL-7B': [[55.0, 58.6], [67.8, 70.3], [25.4, 31.3], [41.1, 44.3], [21.0, 23.0], [35.2, 39.8], [44.1, 48.3], [41.4, 45.1]],
  'InternVL2.5-8B': [[56.2, 60.2], [64.5, 68.5], [17.0, 25.7], [22.8, 35.8], [9.4, 18.0], [23.5, 36.5], [36.0, 43.8], [32.8, 41.2]],
  'InternVL2.5-26B': [[60.7, 63.9], [68.2, 73.1], [23.4, 29.6], [24.0, 39.1], [11.4, 23.2], [30.9, 40.8], [39.6, 51.0], [36.9, 45.8]],
  'InternVL2.5-38B': [[63.9, 69.0], [71.9, 73.9], [32.2, 35.2], [36.9, 46.7], [20.0, 30.5], [38.3, 46.2], [47.9, 53.7], [44.4, 50.7]],
  'InternVL2.5-78B': [[70.0, 70.7], [72.3, 75.1], [32.2, 35.9], [39.2, 47.1], [19.2, 31.3], [39.8, 49.1], [49.0, 53.9], [46.0, 51.9]],
};

/** VisualPRM's Best-of-8 by mean step score, policy at temperature 0.7. On the same InternVL2.5-8B candidates a majority vote has 38.8 overall. */
export const visualprmBestOfEight: readonly PublishedResult[] = Object.entries(table).flatMap(([policy, pairs]) => pairs.map(([single, bestOfN], place): PublishedResult => ({
  benchmark: benchmarks[place] as string, policy, verifier: 'VisualPRM-8B', n: 8, single, bestOfN, gain: Math.round(10 * (bestOfN - single)) / 10,
  source: 'VisualPRM, arXiv 2503.10291, Table 2',
})));
