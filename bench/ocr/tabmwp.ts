// Numbers read on the table images of TabMWP, as multisets against the table's text. `--list` prints every miss.
import { createOcrReader } from '../../src/verifiers/builtin/ocr/ocr-reader.js';
import { resolveImage } from '../../src/images/resolve-image.js';
import { compareNumbers, findNumbers } from './count-numbers.js';
import { readRecords, requireDataFolder } from './data-folder.js';

interface TableRecord { id: string; image: string; table: string; table_title: string | null }

const root = `${requireDataFolder()}/tabmwp`;
const reader = createOcrReader();
const totals = new Map<string, { tables: number; expected: number; read: number; found: number }>();
for (const record of readRecords<TableRecord>(root, 'problems.jsonl')) {
  const { words } = await reader.read(resolveImage(record.image, { root }));
  const truth = findNumbers(`${record.table_title ?? ''}\n${record.table}`);
  const result = compareNumbers(truth, words.flatMap(({ text }) => findNumbers(text)));
  const kind = /stem/i.test(record.table.split('\n', 1)[0] ?? '') ? 'stem-and-leaf' : 'other tables';
  const sum = totals.get(kind) ?? { tables: 0, expected: 0, read: 0, found: 0 };
  totals.set(kind, { tables: sum.tables + 1, expected: sum.expected + result.expected, read: sum.read + result.read, found: sum.found + result.found });
  if (process.argv.includes('--list') && result.missed.length + result.extra.length > 0) {
    console.log(`${record.image} missed ${result.missed.join(' ')} | extra ${result.extra.join(' ')}`);
  }
}
await reader.close();
console.table([...totals].map(([kind, { tables, expected, read, found }]) => ({
  kind, tables, n: expected, read, recall: (found / expected).toFixed(4), precision: (found / read).toFixed(4),
})));
