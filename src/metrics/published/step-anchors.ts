/** A macro-F1 on VisualProcessBench that others published, in percent, over all steps pooled. */
export interface StepAnchor {
  verifier: string;
  macroF1: number;
  source: string;
}

/** What others reached on the whole of VisualProcessBench. Thresholds differ: some are tuned on other data, some not told. */
export const visualprocessbenchAnchors: readonly StepAnchor[] = [
  { verifier: 'random guess', macroF1: 50.0, source: 'VisualPRM, arXiv 2503.10291, Table 3' },
  { verifier: 'GPT-4o, prompted', macroF1: 60.3, source: 'VisualPRM, arXiv 2503.10291, Table 3' },
  { verifier: 'VisualPRM-8B', macroF1: 62.0, source: 'VisualPRM, arXiv 2503.10291, Table 3' },
  { verifier: 'plain PRM, Qwen2.5-VL-7B', macroF1: 65.57, source: 'arXiv 2602.04145v2, Table 2' },
  { verifier: 'EVPV-PRM', macroF1: 67.46, source: 'EVPV, arXiv 2603.16253, first figure' },
];
