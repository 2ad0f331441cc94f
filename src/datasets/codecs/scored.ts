import { NATIVE_FORMAT, scoredProblemSchema, type ScoredProblem } from '../../schema/index.js';
import type { DatasetCodec } from '../dataset-codec.js';
import { explainIssues } from '../explain-issues.js';
import { failRecord } from '../fail-record.js';
import type { JsonObject } from '../parse-json-object.js';

/** The output of `prm score`, `prm-scored/1`, read back as problems with candidates. `readScored` keeps the scores. */
export const scoredCodec: DatasetCodec = {
  name: 'scored',
  detect: (records) => (records.some(({ format }) => typeof format === 'string' && format.startsWith('prm-scored/')) ? '`format` begins with "prm-scored/"' : null),
  decode: (record) => {
    const { problem, candidates } = parseScored(record);
    return { format: NATIVE_FORMAT, problem, candidates: candidates.map(({ verification: _verification, ...candidate }) => candidate) };
  },
};

/** Checks a scored line. Fails the record when it is none. */
export function parseScored(record: JsonObject): ScoredProblem {
  const parsed = scoredProblemSchema.safeParse(record);
  return parsed.success ? parsed.data : failRecord(explainIssues(parsed.error, record));
}
