import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { createModel } from '../../../src/models/create-model.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import type { Problem, Solution, StepJudgment } from '../../../src/schema/index.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../src/verifiers/prompted/prompted-settings.js';
import { tinyModels } from '../../helpers/onnx-models.js';

interface Sample { problem: Problem; candidates: { solution: Solution }[] }

const samples = readFileSync('data/samples/problems.jsonl', 'utf8').split('\n').slice(0, 2).map((line) => JSON.parse(line) as Sample);
const prompts = await loadPrompts();

/** Judges every step of the samples with a model of its own, one problem after the other. */
async function judgeSamples(folder: string, settings: PromptedSettings = {}) {
  const { model, usage } = await createModel({ spec: `onnx:${folder}` });
  const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts, settings });
  try {
    const judgments: StepJudgment[][] = [];
    for (const { problem, candidates } of samples) {
      const images = problem.images.map((ref) => createMemoryImage(readFileSync(`data/samples/${ref}`), ref));
      for (const { solution } of candidates.slice(0, 2)) judgments.push(await verifier.doJudgeSteps({ problem, images, description: null, solution }));
    }
    return { judgments, usage };
  } finally {
    await verifier.close();
  }
}

const probabilities = (judgments: StepJudgment[][]): number[] => judgments.flat().map((judgment) => (judgment.status === 'scored' ? judgment.probability : Number.NaN));

describe.each(Object.entries(tinyModels))('a judge without a server: %s', (_, folder) => {
  it('scores every step by log-probabilities, computing little more than each new step; the same again, in whatever order steps are asked', async () => {
    const { judgments, usage } = await judgeSamples(folder);
    expect(judgments.map(({ length }) => length)).toEqual(samples.flatMap(({ candidates }) => candidates.slice(0, 2).map(({ solution }) => solution.steps.length)));
    for (const judgment of judgments.flat()) expect(judgment).toMatchObject({ status: 'scored', source: 'label-logprobs' });
    const first = probabilities(judgments);
    expect(new Set(first).size).toBe(first.length);
    expect(usage.prefixCachedTokens / usage.promptTokens).toBeGreaterThan(0.85);

    const again = await judgeSamples(folder);
    expect(probabilities(again.judgments)).toEqual(first);
    const oneByOne = probabilities((await judgeSamples(folder, { stepConcurrency: 1, historySteps: null })).judgments);
    oneByOne.forEach((probability, i) => expect(Math.abs(probability - (first[i] ?? 2))).toBeLessThan(1e-4));
  });
});
