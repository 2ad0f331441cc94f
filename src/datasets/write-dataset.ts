import { UsageError } from '../errors/index.js';
import { findCodec } from './codecs/codecs.js';
import { FORMATS, type EncodableRecord, type EncodeContext, type FormatName } from './dataset-codec.js';
import { writeLines } from './write-lines.js';

export interface WriteDatasetOptions {
  /** Step scores in `evpv` files: 1 and -1 as the reference's scripts need them (default), or the rewards themselves. */
  stepScores?: 'hard' | 'soft' | undefined;
}

export interface WrittenDataset {
  /** Records written. */
  written: number;
  /** What the format could not hold, for a person. */
  warnings: { message: string }[];
}

const OUTPUT_FORMATS: readonly FormatName[] = FORMATS.filter((format) => findCodec(format).encode !== undefined);

/**
 * Writes records to a file in a format that has a writer, atomically. Scored problems keep their scores where the format has a
 * place for them. Throws UsageError for a format that is only read, DatasetError when the file cannot be written.
 */
export async function writeDataset(
  file: string,
  format: FormatName,
  records: AsyncIterable<EncodableRecord> | Iterable<EncodableRecord>,
  { stepScores = 'hard' }: WriteDatasetOptions = {},
): Promise<WrittenDataset> {
  const { encode } = findCodec(format);
  if (encode === undefined) throw new UsageError(`Expected a format that can be written (${OUTPUT_FORMATS.join(', ')}), got \`${format}\`, which is only read.`);
  const warnings: { message: string }[] = [];
  const context: EncodeContext = { stepScores, warn: (message) => warnings.push({ message }) };
  const written = await writeLines(file, encodeLines(records, (record) => encode(record, context)));
  return { written, warnings };
}

async function* encodeLines(records: AsyncIterable<EncodableRecord> | Iterable<EncodableRecord>, encode: (record: EncodableRecord) => unknown): AsyncGenerator<string> {
  for await (const record of records) yield JSON.stringify(encode(record));
}
