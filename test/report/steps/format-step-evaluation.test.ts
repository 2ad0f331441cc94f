import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportSteps, visualprocessbenchAnchors, type CollectionNotes, type LabelledStep, type StepEvaluation, type StepReportOptions } from '../../../src/metrics/index.js';
import { createPaint } from '../../../src/report/paint.js';
import { formatStepEvaluation } from '../../../src/report/steps/format-step-evaluation.js';
import { buildStep, someSteps } from '../../metrics/steps/build-steps.js';

const look = { width: 80, paint: createPaint(false) };
const noNotes: CollectionNotes = { problems: 1, withoutLabels: 0, withoutSteps: 0, undescribed: 0, citingMissingImages: 0, unknownSources: {}, verifiers: ['v/1'], gates: ['premise'] };

function evaluate(steps: readonly LabelledStep[], more: Partial<CollectionNotes> = {}, options: Partial<StepReportOptions> = {}): StepEvaluation {
  const report = reportSteps(steps, { thresholds: { gated: null, raw: null }, folds: 3, seed: 0, level: 0.95, onUnscored: 'as-wrong-prediction', ...options });
  return { benchmark: { name: 'visualprocessbench', anchors: visualprocessbenchAnchors }, thresholds: 'cross-fitted', notes: { ...noNotes, ...more }, report };
}

describe('formatStepEvaluation', () => {
  it('fits in 80 columns whatever the figures', () => {
    fc.assert(fc.property(someSteps(), (steps) => {
      const named = steps.map((step) => ({ ...step, source: `${step.source}_a_source_with_a_very_long_name`, category: 'a kind of error with a very long name, much longer than a table is wide' }));
      const lines = formatStepEvaluation(evaluate(named, { problems: 12_345, verifiers: ['v'.repeat(60)] }), look).split('\n');
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      expect(lines.join()).not.toMatch(/NaN|undefined|null/u);
    }), { numRuns: 60 });
  });

  it('sets the gate and none side by side, with baselines, differences and anchors', () => {
    const steps = Array.from({ length: 40 }, (_, row) => buildStep(row % 4 === 0 ? -1 : 1, row % 4 === 0 ? 0.2 : 0.8, { raw: 0.8, solution: `s${row}`, cluster: `c${row}` }));
    const text = formatStepEvaluation(evaluate(steps), look);
    expect(text).toMatch(/verifier, with the gate +100\.0 \[100\.0, 100\.0\] +100\.0 +100\.0 +100\.0/u);
    expect(text).toMatch(/verifier, without the gate +42\.9/u);
    expect(text).toMatch(/all steps correct +42\.9/u);
    expect(text).toMatch(/the gate over none +\+57\.1/u);
    expect(text).toMatch(/EVPV-PRM +67\.46 +EVPV, arXiv 2603\.16253/u);
  });

  it('says what went in, and what a fixed threshold does to steps without evidence', () => {
    const steps = [buildStep(1, 'no-evidence'), buildStep(-1, 'unscored'), buildStep(0, 0.5)];
    const text = formatStepEvaluation(evaluate(steps, { withoutLabels: 2, undescribed: 3, citingMissingImages: 4, unknownSources: { 'else\u001b[2Jwhere': 5 } }, { thresholds: { gated: 0.6, raw: 0.6 } }), look).replaceAll(/\s+/gu, ' ');
    for (const note of ['1 neutral steps', '1 steps without evidence (1 without the gate): score 0.5, which this threshold calls wrong', '1 steps unscored with the gate (1 without): called wrongly', '2 solutions without labels', '3 problems whose images', '4 problems cite more images', '5 problems of a source']) expect(text).toContain(note);
    expect(text).not.toContain('\u001b');
  });

  it('says that there is no headline where all labels are of one kind', () => {
    expect(formatStepEvaluation(evaluate([buildStep(1, 0.9)]), look)).toContain('There are steps of one label only');
  });
});
