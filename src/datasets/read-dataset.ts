import type { ProblemRecord } from '../schema/index.js';
import type { DecodedRecord } from './decode-records.js';
import { openDataset, type Dataset, type ReadDatasetOptions } from './open-dataset.js';

/**
 * Opens a file of problems with candidates, in any format that has a codec, and reads it as a stream: memory does not
 * grow with the file except for a hash of each id and the list of skipped lines. `-` is standard input.
 * Throws DatasetError when the file cannot be opened, is empty, or has a format that no codec knows; UsageError for `limit`.
 */
export async function readDataset(file: string, options: ReadDatasetOptions = {}): Promise<Dataset<ProblemRecord>> {
  const dataset = await openDataset(file, options);
  return { ...dataset, records: takeRecords(dataset.records) };
}

async function* takeRecords(decoded: AsyncIterable<DecodedRecord>): AsyncGenerator<ProblemRecord> {
  for await (const { record } of decoded) yield record;
}
