import { z } from 'zod';
import { countRecords, readDataset } from '../../datasets/index.js';
import { UsageError } from '../../errors/index.js';
import { CallCounter } from '../../jobs/estimate-calls.js';
import { scoreFile } from '../../jobs/score-file.js';
import { ScoreSummary } from '../../report/score-summary.js';
import { describeModels } from '../../report/describe-models.js';
import { readPriceList } from '../../models/prices.js';
import { kindOfVerifier } from '../../verifiers/verifier-options.js';
import { EXIT } from '../exit-codes.js';
import { knownOptions } from '../known-options.js';
import { globalOptions, inputOptions, pickScoring, premisesOption, scoringOptions, verifierOptions } from '../option-schemas.js';
import { openVerifier } from '../open-verifier.js';
import { reportReading } from '../report-reading.js';
import { resolveOptions } from '../resolve-options.js';
import { showProgress } from '../show-progress.js';
import { print } from '../terminal.js';

const optionsSchema = z.object({
  ...globalOptions, ...inputOptions, ...premisesOption, ...scoringOptions, ...verifierOptions,
  file: z.string().min(1),
  images: z.string().min(1).optional(),
  output: z.string().min(1).optional(),
  run: z.string().min(1).optional(),
  fresh: z.boolean().default(false),
  concurrency: z.int().min(1).max(4096).optional(),
  prices: z.string().min(1).optional(),
  dryRun: z.boolean().default(false),
  json: z.boolean().default(false),
});
type Options = z.output<typeof optionsSchema>;

/** Scores a file of candidates and says what came out. */
export async function score(argv: Record<string, unknown>, signal: AbortSignal): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const { file, output, quiet, json } = options;
  if (options.dryRun) return dryRun(options);
  if (output === undefined) throw new UsageError('Expected `--output FILE` (or -o) for the scored problems, got nothing.');

  const summary = new ScoreSummary();
  const prices = options.prices === undefined ? undefined : await readPriceList(options.prices);
  const setup = await openVerifier(options, signal, argv);
  const progress = showProgress('problems', quiet, { total: () => countSelected(options), models: setup.models });
  let done;
  try {
    done = await scoreFile({
      ...setup, file, output, prices, signal,
      reading: pickReading(options),
      imagesRoot: options.images,
      runFolder: options.run,
      fresh: options.fresh,
      scoring: pickScoring(options),
      premises: options.premises,
      concurrency: options.concurrency,
      optionsGiven: Object.fromEntries(Object.entries(argv).filter(([name, value]) => name in optionsSchema.shape && value !== undefined)),
      onProblem: (scored) => { summary.add(scored); progress.tick(); },
    });
  } finally {
    progress.end();
    await setup.verifier.close();
  }
  reportReading(done.report, { quiet, file });
  if (!quiet) {
    process.stderr.write([
      `Read ${file} as ${done.format} (${done.formatReason})${done.isResumed ? `; resumed ${done.runFolder}` : ''}`,
      ...summary.describe(),
      ...describeModels(done.models),
      ...done.notes,
      `Wrote ${output}${summary.hasFailures ? `; unscored work is listed in ${done.runFolder}/failures.jsonl and tried again by the same command` : ''}`,
    ].map((line) => `${line}\n`).join(''));
  }
  if (json) await print(`${JSON.stringify({ ...summary, output, run: done.runFolder, models: done.models, notes: done.notes, skipped: done.report.skipped })}\n`);
  return summary.hasFailures || done.report.skipped.length > 0 ? EXIT.failures : EXIT.done;
}

/** Counts what a run would do, without doing it. */
async function dryRun(options: Options): Promise<number> {
  const dataset = await readDataset(options.file, pickReading(options));
  const counts = { problems: 0, candidates: 0, steps: 0, declaredPremises: 0, withoutDeclaredChecklist: 0 };
  const images = new Set<string>();
  const counter = new CallCounter(options);
  for await (const record of dataset.records) {
    const { problem, candidates } = record;
    counter.add(record);
    counts.problems++;
    counts.candidates += candidates.length;
    for (const ref of problem.images) images.add(ref);
    for (const { solution } of candidates) {
      counts.steps += solution.steps.length;
      counts.declaredPremises += solution.steps.filter(({ visualDependency }) => visualDependency !== null).length;
      if (solution.checklist === 'undeclared') counts.withoutDeclaredChecklist++;
    }
  }
  reportReading(dataset.report, { quiet: options.quiet, file: options.file });
  const { describe, extract, audit, judge } = counter.calls;
  const asks = kindOfVerifier(options) !== 'builtin';
  const result = { format: dataset.format, ...counts, images: images.size, ...(asks ? { callsAtMost: describe + extract + audit + judge, describe, extract, audit, judge } : {}) };
  await print(options.json ? `${JSON.stringify(result)}\n` : `${Object.entries(result).map(([name, value]) => `${name}: ${value}`).join('\n')}\n`);
  return dataset.report.skipped.length > 0 ? EXIT.failures : EXIT.done;
}

/** How many problems will come, as far as that can be told without reading them. */
async function countSelected({ file, ids, limit = Infinity }: Options): Promise<number> {
  return Math.min(limit, ids?.length ?? Infinity, await countRecords(file));
}

const pickReading = ({ format, onBadLine, runs, limit, ids }: Options) => ({ format, onBadLine, runs, limit, ids });
