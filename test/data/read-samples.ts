import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Candidate, type ProblemRecord, problemRecordSchema } from '../../src/schema/index.js';

/** Reads a committed file of native lines, each checked against the schema. */
export function readRecords(folder: string, file: string): ProblemRecord[] {
  return readFileSync(path.join(folder, file), 'utf8').trimEnd().split('\n').map((line) => problemRecordSchema.parse(JSON.parse(line)));
}

/** What the generator says a candidate is. */
export const kindOf = (candidate: Candidate): unknown => candidate.metadata?.['kind'];
