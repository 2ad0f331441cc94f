import { z } from 'zod';
import { FORMATS, readDataset, writeDataset } from '../../datasets/index.js';
import { EXIT } from '../exit-codes.js';
import { knownOptions } from '../known-options.js';
import { globalOptions, inputOptions } from '../option-schemas.js';
import { reportReading } from '../report-reading.js';
import { resolveOptions } from '../resolve-options.js';

const optionsSchema = z.object({
  ...globalOptions,
  ...inputOptions,
  file: z.string(),
  to: z.enum(FORMATS),
  output: z.string().min(1),
  stepScores: z.enum(['hard', 'soft']).default('hard'),
});

/** Reads a file in one format and writes it in another. */
export async function convert(argv: Record<string, unknown>): Promise<number> {
  const { file, to, output, quiet, stepScores, ...input } = resolveOptions(optionsSchema, argv, knownOptions);
  const dataset = await readDataset(file, input);
  const written = await writeDataset(output, to, dataset.records, { stepScores });
  if (!quiet) {
    process.stderr.write(`Read ${file} as ${dataset.format} (${dataset.formatReason}).\nWrote ${written.written} problems to ${output} as ${to}.\n`);
  }
  reportReading(dataset.report, { quiet, file });
  for (const { message } of written.warnings) process.stderr.write(`prm: ${message}\n`);
  return dataset.report.skipped.length > 0 ? EXIT.failures : EXIT.done;
}
