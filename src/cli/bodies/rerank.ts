import { z } from 'zod';
import { rerankFile } from '../../jobs/rerank-file.js';
import { EXIT } from '../exit-codes.js';
import { knownOptions } from '../known-options.js';
import { globalOptions, inputOptions, pickOverrides, scoringOverrides } from '../option-schemas.js';
import { reportReading } from '../report-reading.js';
import { resolveOptions } from '../resolve-options.js';

const optionsSchema = z.object({
  ...globalOptions, ...scoringOverrides,
  file: z.string().min(1),
  output: z.string().min(1),
  onBadLine: inputOptions.onBadLine,
  limit: inputOptions.limit,
});

/** Writes the candidates of a scored file in order. */
export async function rerank(argv: Record<string, unknown>, signal: AbortSignal): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const { file, output, onBadLine, limit, quiet } = options;
  const { problems, changed, withoutChoice, tied, report } = await rerankFile({ file, output, onBadLine, limit, signal, scoring: pickOverrides(options) });
  reportReading(report, { quiet, file });
  if (!quiet) {
    process.stderr.write(`${problems} problems: another choice than before in ${changed}, a tie in ${tied}, nothing to choose in ${withoutChoice}\nWrote ${output}, candidates best first\n`);
  }
  return report.skipped.length > 0 || withoutChoice > 0 ? EXIT.failures : EXIT.done;
}
