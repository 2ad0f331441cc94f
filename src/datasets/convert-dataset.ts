import { parseScored } from './codecs/scored.js';
import type { EncodableRecord, FormatName } from './dataset-codec.js';
import type { DecodedRecord } from './decode-records.js';
import { openDataset, type Dataset, type ReadDatasetOptions } from './open-dataset.js';
import { writeDataset, type WriteDatasetOptions, type WrittenDataset } from './write-dataset.js';

export type ConvertOptions = ReadDatasetOptions & WriteDatasetOptions;

/**
 * Reads a file in one format and writes it in another; the scores of a scored file go along where the format has a place
 * for them. What each format cannot hold is listed in docs/datasets.md. Throws as `readDataset` and `writeDataset` do.
 */
export async function convertDataset(
  input: string,
  output: string,
  to: FormatName,
  options: ConvertOptions = {},
): Promise<Omit<Dataset<never>, 'records'> & WrittenDataset> {
  const { records, ...dataset } = await openDataset(input, options);
  const written = await writeDataset(output, to, takeEncodable(records, dataset.format), options);
  return { ...dataset, ...written };
}

async function* takeEncodable(decoded: AsyncIterable<DecodedRecord>, format: FormatName): AsyncGenerator<EncodableRecord> {
  for await (const { record, raw } of decoded) yield format === 'scored' ? parseScored(raw) : record;
}
