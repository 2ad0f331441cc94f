import { readFileSync } from 'node:fs';
import { createMemoryImage } from '../../dist/images/memory-image.js';
import { emptyUsage } from '../../dist/models/middleware/usage-meter.js';
import { withUsageMeter } from '../../dist/models/middleware/with-usage-meter.js';
import { seededRandom } from '../../dist/models/onnx/worker/seeded-random.js';
import { loadPrompts } from '../../dist/prompts/load-prompts.js';
import { createPromptedVerifier } from '../../dist/verifiers/prompted/create-prompted-verifier.js';

const REPLICATES = 1000;
const folder = new URL('../../data/samples/', import.meta.url);

/** Judges steps of the samples one by one, as `--judge per-step` does, and says how well right steps are told from wrong ones. */
export async function judgeSamples(model, limits) {
  const usage = emptyUsage();
  const metered = withUsageMeter(model, usage);
  const verifier = createPromptedVerifier({ models: { describe: metered, audit: metered, judge: metered }, prompts: await loadPrompts() });
  const records = readFileSync(new URL('problems.jsonl', folder), 'utf8').trim().split('\n').slice(0, limits.problems).map((line) => JSON.parse(line));
  const start = performance.now();
  const judged = [];
  let unscored = 0;
  for (const { problem, candidates } of records) {
    const images = problem.images.map((ref) => createMemoryImage(readFileSync(new URL(ref, folder)), ref));
    const steps = [];
    for (const { solution, stepLabels } of candidates.slice(0, limits.candidates)) {
      const judgments = await verifier.doJudgeSteps({ problem, images, description: null, solution });
      judgments.forEach((judgment, i) => {
        if (judgment.status === 'scored') steps.push({ score: judgment.probability, isRight: stepLabels[i] > 0 });
        else unscored++;
      });
    }
    judged.push(steps);
  }
  const random = seededRandom(0);
  const drawn = Array.from({ length: REPLICATES }, () => computeAuc(judged.flatMap(() => judged[Math.floor(random() * judged.length)]))).filter((auc) => auc !== null).sort((a, b) => a - b);
  const all = judged.flat();
  return {
    problems: records.length, steps: all.length + unscored, unscored, wrong: all.filter(({ isRight }) => !isRight).length,
    auc: computeAuc(all), low: drawn[Math.floor(0.025 * drawn.length)] ?? null, high: drawn[Math.ceil(0.975 * drawn.length) - 1] ?? null,
    seconds: (performance.now() - start) / 1000, promptTokens: usage.promptTokens, cachedTokens: usage.prefixCachedTokens,
  };
}

/** The chance that a right step scores above a wrong one, ties half; null without both. */
function computeAuc(steps) {
  const sorted = [...steps].sort((a, b) => a.score - b.score);
  let [below, won, right] = [0, 0, 0];
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to].score === sorted[from].score) to++;
    const tied = sorted.slice(from, to);
    const rightOnes = tied.filter(({ isRight }) => isRight).length;
    const wrongOnes = tied.length - rightOnes;
    won += rightOnes * (below + wrongOnes / 2);
    right += rightOnes;
    below += wrongOnes;
    from = to;
  }
  return right === 0 || below === 0 ? null : won / (right * below);
}
