import type { Candidate, Problem, ProblemRecord, Verification } from '../schema/index.js';
import type { JsonObject } from './parse-json-object.js';

/** The formats, in the order in which detection asks them: the most particular first. */
export const FORMATS = ['scored', 'native', 'visualprocessbench', 'vlrmbench', 'prmbench', 'processbench', 'mathv', 'evpv', 'text'] as const;
export type FormatName = (typeof FORMATS)[number];

/** What a codec may use while it reads one record. */
export interface DecodeContext {
  /** Records something a person should know about this record, which is read all the same. */
  warn(message: string): void;
  /**
   * The identity of a record: the first key of `keys` that holds a string or number, else a hash of `content`
   * with its occurrence number in this file. Fails the record for a key that holds anything else.
   */
  identify(record: JsonObject, keys: readonly string[], content: unknown): string;
  /** Which candidates to keep, by the name of the policy. Only formats with named runs ask. */
  readonly keepsRun: (name: string) => boolean;
}

/** A problem with its candidates, scored or not: what can be written. */
export interface EncodableRecord {
  problem: Problem;
  candidates: readonly (Candidate & { verification?: Verification })[];
}

/** What a codec may use while it writes one record. */
export interface EncodeContext {
  warn(message: string): void;
  /** How step scores are written where a format is hard by custom (evpv): signs, or the rewards themselves. */
  readonly stepScores: 'hard' | 'soft';
}

/** One file format, both ways where it is also an output. */
export interface DatasetCodec {
  readonly name: FormatName;
  /** Why these first records look like this format; null when they do not. */
  detect(records: readonly JsonObject[]): string | null;
  /** Reads one record. Calls `failRecord` when it cannot be read. */
  decode(record: JsonObject, context: DecodeContext): ProblemRecord;
  /** The record as a line of this format, ready for JSON. Absent in formats that are only read. */
  encode?(record: EncodableRecord, context: EncodeContext): JsonObject;
}
