import { NATIVE_FORMAT, problemRecordSchema, type ProblemRecord } from '../../schema/index.js';
import type { DatasetCodec } from '../dataset-codec.js';
import { explainIssues } from '../explain-issues.js';
import { failRecord } from '../fail-record.js';
import { isJsonObject } from '../parse-json-object.js';

/** Our own format, `prm-problem/1`: one line a problem with its candidates. Nothing is lost either way. */
export const nativeCodec: DatasetCodec = {
  name: 'native',

  detect: (records) => {
    if (records.some((record) => record['format'] === NATIVE_FORMAT)) return `\`format\` is "${NATIVE_FORMAT}"`;
    const fits = records.every((record) => isJsonObject(record['problem']) && Array.isArray(record['candidates']));
    return fits ? 'records hold `problem` and `candidates`' : null;
  },

  decode: (record): ProblemRecord => {
    const parsed = problemRecordSchema.safeParse(record);
    return parsed.success ? parsed.data : failRecord(explainIssues(parsed.error, record));
  },

  encode: ({ problem, candidates }) => ({
    format: NATIVE_FORMAT,
    problem,
    candidates: candidates.map(({ verification: _verification, ...candidate }) => candidate),
  }),
};
