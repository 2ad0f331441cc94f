import { explainIssues } from '../../datasets/explain-issues.js';
import { nameInput } from '../../datasets/name-input.js';
import { openFile } from '../../datasets/open-file.js';
import { parseJsonObject } from '../../datasets/parse-json-object.js';
import { readLines } from '../../datasets/read-lines.js';
import { DatasetError } from '../../errors/index.js';
import { PREMISE_PAIR_FORMAT, premisePairSchema, type PremisePair } from './premise-pair.js';

export interface ReadPremisePairsOptions {
  /** At most so many pairs. */
  limit?: number | undefined;
  /** Told of a line that is not a pair, which is then left out. Default: it is an error. */
  onSkip?: ((line: number, reason: string) => void) | undefined;
}

/** Reads a file of premise pairs line by line. @throws DatasetError for a line that is no pair, an id that repeats, or a file without pairs. */
export async function* readPremisePairs(file: string, { limit = Infinity, onSkip }: ReadPremisePairsOptions = {}): AsyncGenerator<PremisePair> {
  const ids = new Set<string>();
  if (limit <= 0) return;
  for await (const raw of readLines(openFile(file))) {
    const result = 'error' in raw ? raw.error : parsePair(raw.text);
    const reason = typeof result !== 'string' && ids.has(result.id) ? `expected an id of its own, got ${JSON.stringify(result.id)} for the second time` : result;
    if (typeof reason === 'string') {
      if (onSkip === undefined) throw new DatasetError(reason, { file: nameInput(file), line: raw.line });
      onSkip(raw.line, reason);
      continue;
    }
    ids.add(reason.id);
    yield reason;
    if (ids.size >= limit) return;
  }
  if (ids.size === 0) throw new DatasetError('expected premise pairs, one a line, got none', { file: nameInput(file), line: null });
}

function parsePair(text: string): PremisePair | string {
  const parsed = parseJsonObject(text);
  if ('error' in parsed) return parsed.error;
  const { format } = parsed.value;
  if (format !== PREMISE_PAIR_FORMAT) return `expected the format ${PREMISE_PAIR_FORMAT}, got ${format === undefined ? 'a line without a format' : JSON.stringify(format)}`;
  const checked = premisePairSchema.safeParse(parsed.value);
  return checked.success ? checked.data : explainIssues(checked.error, parsed.value);
}
