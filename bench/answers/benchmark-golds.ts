// What is understood of the reference answers of six benchmarks: options that questions list themselves, gold answers found among them, open answers read as values. `--list` prints the rest.
import { readForms } from '../../src/answers/forms/read-forms.js';
import { findOptions } from '../../src/answers/options/find-options.js';
import { readInlineOptions } from '../../src/answers/options/read-inline-options.js';
import { readRecords, requireDataFolder } from '../ocr/data-folder.js';

interface Row { readonly question: string; readonly answer: string | number; readonly datasource: string }

const root = `${requireDataFolder()}/evpv`;
const totals = new Map<string, { rows: number; options: number; found: number; open: number; read: number }>();
const misses = new Map<string, number>();
for (const { question, answer, datasource } of ['benchmarks.jsonl', 'mmmu.jsonl'].flatMap((file) => readRecords<Row>(root, file))) {
  const gold = String(answer);
  const sum = totals.get(datasource) ?? { rows: 0, options: 0, found: 0, open: 0, read: 0 };
  totals.set(datasource, sum);
  sum.rows += 1;
  const options = readInlineOptions(question);
  const isFound = options !== null && findOptions(gold, options) !== null;
  const isRead = readForms(gold)[0]?.kind !== 'words';
  if (options === null) sum.open += 1;
  else sum.options += 1;
  if (isFound) sum.found += 1;
  if (options === null && isRead) sum.read += 1;
  if (options === null ? !isRead : !isFound) {
    const miss = `${datasource} ${JSON.stringify(gold)}${options === null ? '' : ` among ${JSON.stringify(options)}`}`;
    misses.set(miss, (misses.get(miss) ?? 0) + 1);
  }
}
console.table([...totals].map(([source, { rows, options, found, open, read }]) => ({ source, rows, 'with options': options, 'gold among them': found, open, 'read as a value': read })));
if (process.argv.includes('--list')) for (const [miss, times] of misses) console.log(times, miss);
