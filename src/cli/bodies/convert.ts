import { z } from 'zod';
import { convertDataset, FORMATS } from '../../datasets/index.js';
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
  const { file, to, output, quiet, ...options } = resolveOptions(optionsSchema, argv, knownOptions);
  const { format, formatReason, written, warnings, report } = await convertDataset(file, output, to, options);
  if (!quiet) process.stderr.write(`Read ${file} as ${format} (${formatReason}).\nWrote ${written} problems to ${output} as ${to}.\n`);
  reportReading({ ...report, warnings: [...report.warnings, ...warnings.map(({ message }) => ({ line: null, message }))] }, { quiet, file });
  return report.skipped.length > 0 ? EXIT.failures : EXIT.done;
}
