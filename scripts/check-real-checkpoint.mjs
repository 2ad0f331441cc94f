// Checks the loader of ONNX models on a real checkpoint, and how well that judges the samples, for whoever has the hub or a folder:
//   npm run build && node scripts/check-real-checkpoint.mjs [--model ID[@REVISION]|FOLDER] [--dtype fp32] [--device cpu] [--cache-dir DIR]
//     [--max-pixels N] [--problems 40] [--candidates 4] [--json FILE]
// Exit code: 0 all checks passed, 1 one failed or the model cannot be loaded.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createOnnxModel } from '../dist/models/onnx/create-onnx-model.js';
import { runChecks } from './check-real-checkpoint/run-checks.mjs';
import { judgeSamples } from './check-real-checkpoint/judge-samples.mjs';

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', default: 'HuggingFaceTB/SmolVLM-256M-Instruct@7e3e67edbbed1bf9888184d9df282b700a323964' },
    dtype: { type: 'string', default: 'fp32' }, device: { type: 'string', default: 'cpu' }, 'cache-dir': { type: 'string' }, 'max-pixels': { type: 'string' },
    problems: { type: 'string', default: '40' }, candidates: { type: 'string', default: '4' }, json: { type: 'string' },
  },
});

const load = () => createOnnxModel({
  source: options.model, dtype: options.dtype, device: options.device, cacheDir: options['cache-dir'],
  maxPixels: options['max-pixels'] === undefined ? undefined : Number(options['max-pixels']),
});

try {
  const start = performance.now();
  const model = await load();
  console.log(`${model.id}\nloaded in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const checks = await runChecks(model, load);
  for (const { name, isPassed, detail } of checks) console.log(`${isPassed ? 'passed' : 'FAILED'}  ${name}: ${detail}`);
  const judged = await judgeSamples(model, { problems: Number(options.problems), candidates: Number(options.candidates) });
  const { steps, unscored, wrong, auc, low, high, seconds, promptTokens, cachedTokens } = judged;
  console.log(`judged  ${steps} steps of ${judged.problems} problems (${wrong} wrong ones), ${unscored} unscored: AUC ${show(auc)} [${show(low)}, ${show(high)}] (95 %, by problem); ${(seconds / steps).toFixed(2)} s a step, ${show(cachedTokens / promptTokens)} of the prompt tokens reused`);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ id: model.id, checks, judged }, null, 2)}\n`);
  await model.close();
  if (checks.some(({ isPassed }) => !isPassed)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function show(number) {
  return number === null || Number.isNaN(number) ? 'not measured' : number.toFixed(3);
}
