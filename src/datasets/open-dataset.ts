import { DatasetError, UsageError } from '../errors/index.js';
import { findCodec } from './codecs/codecs.js';
import { FORMATS, type DatasetCodec, type FormatName } from './dataset-codec.js';
import { startReport, type DatasetReport } from './dataset-report.js';
import { decodeRecords, type DecodedRecord } from './decode-records.js';
import { detectFormat } from './detect-format.js';
import type { JsonObject } from './parse-json-object.js';
import { nameInput } from './name-input.js';
import { isTextFile, readRawRecords, type RawRecord } from './read-raw-records.js';
import { selectRecords } from './select-records.js';

export interface ReadDatasetOptions {
  /** The format; detected from the first records when absent. */
  format?: FormatName | undefined;
  /** What a record that cannot be read does: end the reading (default), or be left out and listed in the report. */
  onBadLine?: 'fail' | 'skip' | undefined;
  /** At most this many records, from 1 up; all by default. */
  limit?: number | undefined;
  /** Only the problems with these ids; an id that never comes gives a warning. */
  ids?: readonly string[] | undefined;
  /** Only candidates of the runs whose name holds this text (format `mathv`). */
  runs?: string | undefined;
  /** Only candidates with gold labels of their steps; problems without one stay, empty. */
  labelledOnly?: boolean | undefined;
  /** Longest record in bytes; 64 MiB by default. */
  recordLimit?: number | undefined;
}

/** A file being read. */
export interface Dataset<T> {
  format: FormatName;
  /** What says that it is this format, for a person. */
  formatReason: string;
  /** The records in file order; to be consumed once. Throws DatasetError with file and line. */
  records: AsyncIterable<T>;
  /** Final when the records have ended. */
  report: DatasetReport;
}

const PEEKED_RECORDS = 4;

/** Opens a file, finds out its format, and decodes and selects its records as a stream. */
export async function openDataset(file: string, options: ReadDatasetOptions): Promise<Dataset<DecodedRecord>> {
  const { onBadLine = 'fail', limit = Infinity, ids, runs = '', labelledOnly = false, recordLimit } = options;
  if (!(limit >= 1)) throw new UsageError(`Expected \`limit\` to be a number from 1 up, got \`${limit}\`.`);
  const raws = readRawRecords(file, recordLimit);
  const peeked = await peekRecords(raws, onBadLine);
  const { codec, reason } = chooseCodec(file, options.format, peeked);
  const report = startReport();
  const decoded = decodeRecords(chain(peeked, raws), codec, { file: nameInput(file), onBadLine, report, keepsRun: (name) => name.includes(runs) });
  return { format: codec.name, formatReason: reason, records: selectRecords(decoded, { limit, ids, labelledOnly, report }), report };
}

/** Reads ahead to the first few good records. */
async function peekRecords(raws: AsyncGenerator<RawRecord>, onBadLine: 'fail' | 'skip'): Promise<RawRecord[]> {
  const peeked: RawRecord[] = [];
  for (let good = 0; good < PEEKED_RECORDS; ) {
    const next = await raws.next();
    if (next.done) break;
    peeked.push(next.value);
    if ('value' in next.value) good++;
    else if (onBadLine === 'fail') break;
  }
  return peeked;
}

function chooseCodec(file: string, format: FormatName | undefined, peeked: readonly RawRecord[]): { codec: DatasetCodec; reason: string } {
  const [first] = peeked;
  if (first === undefined) throw new DatasetError('expected at least one record, got an empty file; check how it was made', { file: nameInput(file), line: null });
  if (format !== undefined) return { codec: findCodec(format), reason: 'as asked for' };
  if (isTextFile(file)) return { codec: findCodec('text'), reason: 'the name ends in .txt or .md' };
  const values = peeked.flatMap((raw): JsonObject[] => ('value' in raw ? [raw.value] : []));
  // Without one readable record there is nothing to detect from; the first error says more than "unknown format".
  if (values.length === 0 && 'error' in first) throw new DatasetError(first.error, { file: nameInput(file), line: first.line });
  const detected = detectFormat(values);
  if (detected !== null) return detected;
  const keys = Object.keys(values[0] ?? {}).slice(0, 8).map((key) => JSON.stringify(key)).join(', ');
  throw new DatasetError(`expected a known format (${FORMATS.join(', ')}), got records with ${keys || 'no keys'}; name it with \`--format\``, { file: nameInput(file), line: null });
}

async function* chain(peeked: readonly RawRecord[], rest: AsyncGenerator<RawRecord>): AsyncGenerator<RawRecord> {
  try {
    yield* peeked;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
