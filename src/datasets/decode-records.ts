import { DatasetError } from '../errors/index.js';
import type { ProblemRecord } from '../schema/index.js';
import { checkRecord } from './check-record.js';
import type { DatasetCodec } from './dataset-codec.js';
import type { DatasetReport } from './dataset-report.js';
import { failRecord, RecordError } from './fail-record.js';
import { hashContent, RecordIdentifier } from './identify-records.js';
import type { JsonObject } from './parse-json-object.js';
import type { RawRecord } from './read-raw-records.js';

export interface DecodeOptions {
  file: string;
  onBadLine: 'fail' | 'skip';
  keepsRun: (name: string) => boolean;
  report: DatasetReport;
}

/** A decoded record beside the JSON it came from. */
export interface DecodedRecord {
  record: ProblemRecord;
  raw: JsonObject;
}

/** Decodes raw records one by one; a bad one ends the reading, or is left out and listed. Ids are unique in what comes out. */
export async function* decodeRecords(raws: AsyncIterable<RawRecord>, codec: DatasetCodec, options: DecodeOptions): AsyncGenerator<DecodedRecord> {
  const decode = createDecoder(codec, options);
  for await (const raw of raws) {
    const { line } = raw;
    let decoded: DecodedRecord;
    try {
      decoded = 'error' in raw ? failRecord(raw.error) : { record: decode(raw.value, line), raw: raw.value };
    } catch (error) {
      const reason = explainBadRecord(error);
      if (options.onBadLine === 'fail') throw new DatasetError(reason, { file: options.file, line });
      options.report.skipped.push({ line, reason });
      continue;
    }
    yield decoded;
  }
}

/** A decoder that remembers the ids it gave (as hashes), and notes in the report only what it accepted. */
function createDecoder(codec: DatasetCodec, { report, keepsRun }: DecodeOptions): (value: JsonObject, line: number) => ProblemRecord {
  const identifier = new RecordIdentifier();
  const lines = new Map<string, number>();
  return (value, line) => {
    const warnings: string[] = [];
    let from: string | null = null;
    const record = codec.decode(value, {
      keepsRun,
      warn: (message) => warnings.push(message),
      identify: (...args) => {
        const identity = identifier.identify(...args);
        from = identity.from;
        return identity.id;
      },
    });
    const fault = checkRecord(record);
    if (fault !== null) failRecord(fault);
    const key = hashContent(record.problem.id);
    const earlier = lines.get(key);
    if (earlier !== undefined) failRecord(`expected every id once, got ${JSON.stringify(record.problem.id)} again (first on line ${earlier}); rename one of the two`);
    lines.set(key, line);
    report.warnings.push(...warnings.map((message) => ({ line, message })));
    const origin = from ?? 'id';
    report.identity[origin] = (report.identity[origin] ?? 0) + 1;
    return record;
  };
}

function explainBadRecord(error: unknown): string {
  if (error instanceof RecordError) return error.message;
  // Walking very deep JSON overflows the stack; nothing else here can.
  if (error instanceof RangeError) return 'expected a record of ordinary depth, got JSON nested too deeply; flatten it';
  throw error;
}
