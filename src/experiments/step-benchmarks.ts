import type { FormatName } from '../datasets/index.js';
import { visualprocessbenchAnchors, type StepAnchor } from '../metrics/index.js';
import type { Problem } from '../schema/index.js';

export type StepBenchmarkName = 'visualprocessbench' | 'vlrmbench' | 'prmbench' | 'processbench';

/** What is particular to a benchmark of labelled steps. */
export interface StepBenchmark {
  name: StepBenchmarkName;
  /** The format of its published file. */
  format: FormatName;
  /** Its sources as the file names them; null where any name will do. */
  knownSources: readonly string[] | null;
  anchors: readonly StepAnchor[];
  /** The question that solutions share, where they are not independent though their questions differ in letters. */
  questionOf(problem: Problem): string;
}

const benchmarks: Record<StepBenchmarkName, Omit<StepBenchmark, 'name' | 'format'>> = {
  visualprocessbench: {
    knownSources: ['MathVerse_MINI_Vision_Only', 'MathVision_MINI', 'DynaMath', 'WeMath', 'MMMU_DEV_VAL'],
    anchors: visualprocessbenchAnchors,
    questionOf: ({ question }) => question,
  },
  vlrmbench: { knownSources: null, anchors: [], questionOf: ({ question }) => question },
  // The classes change one and the same question in different ways.
  prmbench: { knownSources: null, anchors: [], questionOf: ({ question, metadata }) => String(metadata?.['original_question'] ?? question) },
  processbench: { knownSources: ['gsm8k', 'math', 'olympiadbench', 'omnimath'], anchors: [], questionOf: ({ question }) => question },
};

export function findStepBenchmark(name: StepBenchmarkName): StepBenchmark {
  return { name, format: name, ...benchmarks[name] };
}
