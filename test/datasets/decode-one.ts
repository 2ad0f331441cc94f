import { findCodec } from '../../src/datasets/codecs/codecs.js';
import type { FormatName } from '../../src/datasets/dataset-codec.js';
import { RecordIdentifier } from '../../src/datasets/identify-records.js';
import type { JsonObject } from '../../src/datasets/parse-json-object.js';
import type { ProblemRecord } from '../../src/schema/index.js';

/** Decodes one record with one codec and gathers its warnings. */
export function decodeOne(format: FormatName, record: JsonObject, runs = ''): ProblemRecord & { warnings: string[] } {
  const warnings: string[] = [];
  const identifier = new RecordIdentifier();
  const decoded = findCodec(format).decode(record, {
    warn: (message) => warnings.push(message),
    identify: (...args) => identifier.identify(...args).id,
    keepsRun: (name) => name.includes(runs),
  });
  return { ...decoded, warnings };
}
