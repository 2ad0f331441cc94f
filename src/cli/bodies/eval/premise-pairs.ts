import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { writeLines } from '../../../datasets/index.js';
import { measurePairs } from '../../../experiments/premise-pairs/measure-pairs.js';
import { readPremisePairs } from '../../../experiments/premise-pairs/read-premise-pairs.js';
import { sumUpModels } from '../../../jobs/sum-up-models.js';
import { resolveImage } from '../../../images/resolve-image.js';
import { reportPremisePairs, type MeasuredPair } from '../../../metrics/index.js';
import { describeModels } from '../../../report/describe-models.js';
import { formatPremisePairs } from '../../../report/premise-pairs/format-premise-pairs.js';
import { EXIT } from '../../exit-codes.js';
import { knownOptions } from '../../known-options.js';
import { openVerifier } from '../../open-verifier.js';
import { globalOptions, inputOptions, pickOverrides, premisesOption, scoringOverrides, verifierOptions } from '../../option-schemas.js';
import { resolveOptions } from '../../resolve-options.js';
import { showProgress } from '../../show-progress.js';
import { print, terminalLook } from '../../terminal.js';

const published = fileURLToPath(new URL('../../../../data/premise-pairs/pairs.jsonl', import.meta.url));

const { gate, lambda, tau, pool, reliability, pSource } = scoringOverrides;
const optionsSchema = z.object({
  ...globalOptions, ...premisesOption, ...verifierOptions,
  gate, lambda, tau, pool, reliability, pSource,
  onBadLine: inputOptions.onBadLine,
  limit: inputOptions.limit,
  file: z.string().min(1).default(published),
  images: z.string().min(1).optional(),
  output: z.string().min(1).optional(),
  concurrency: z.int().min(1).max(4096).default(2),
  level: z.number().gt(0).lt(1).default(0.95),
  json: z.boolean().default(false),
});

/** Verifies both solutions of each pair on both of its images and says whether matching ones are told apart. */
export async function evaluatePremisePairs(argv: Record<string, unknown>, signal: AbortSignal): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const { file, output, onBadLine, limit, premises, concurrency, level, json, quiet } = options;
  const root = options.images ?? path.dirname(file);
  const skipped: string[] = [];
  const pairs = readPremisePairs(file, { limit, onSkip: onBadLine === 'skip' ? (line, reason) => skipped.push(`prm: skipped ${file}:${line}: ${reason}\n`) : undefined });
  const setup = await openVerifier(options, signal);
  const { verifier, models } = setup;
  const progress = showProgress('pairs', quiet, { models });
  const measured: MeasuredPair[] = [];
  try {
    for await (const pair of measurePairs(pairs, { verifier, openImage: (ref) => resolveImage(ref, { root }), scoring: pickOverrides(options), premises, concurrency, signal })) {
      measured.push(pair);
      progress.tick();
    }
  } finally {
    progress.end();
    await verifier.close();
  }
  process.stderr.write([...skipped, ...(quiet ? [] : describeModels(sumUpModels(models)).map((line) => `${line}\n`))].join(''));
  if (output !== undefined) await writeLines(output, (async function* () { for (const pair of measured) yield JSON.stringify(pair); })());
  const report = reportPremisePairs(measured, { level });
  if (json) await print(`${JSON.stringify({ file, verifier: verifier.id, ...report, skippedLines: skipped.length })}\n`);
  else await print(`Verifier: ${verifier.id}. ${verifier.blindSpots}\n${formatPremisePairs(report, terminalLook())}`);
  return report.failures.length + skipped.length > 0 ? EXIT.failures : EXIT.done;
}
