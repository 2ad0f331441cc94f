import { codecs } from './codecs/codecs.js';
import type { DatasetCodec } from './dataset-codec.js';
import type { JsonObject } from './parse-json-object.js';

/** A format, and what in the records says so. */
export interface DetectedFormat {
  codec: DatasetCodec;
  reason: string;
}

/** Asks each codec in turn whether the first records look like its format; null when none knows them. */
export function detectFormat(records: readonly JsonObject[]): DetectedFormat | null {
  for (const codec of codecs) {
    const reason = codec.detect(records);
    if (reason !== null) return { codec, reason };
  }
  return null;
}
