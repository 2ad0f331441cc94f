// Claims generated from TabMWP tables, true and with one value changed, against the description made by OCR.
// `--list` prints every claim that went wrong, `--seed N` changes the changed values.
import { parseArgs } from 'node:util';
import { createLabelBook } from '../../src/verifiers/builtin/premises/label-book.js';
import { auditClaim } from '../../src/verifiers/builtin/premises/audit-claim.js';
import { readRecords, requireDataFolder } from '../ocr/data-folder.js';
import { changeValue } from './change-value.js';
import { templates } from './claim-templates.js';
import { createDescriber } from './describe-image.js';
import { createRandom, pick } from '../shared/seeded-random.js';
import { isStemLeaf, readCells, readStems } from './table-truth.js';
import type { TableRecord } from './table-truth.js';
import { stanceOf, Tally } from './tally.js';
import { formatShare } from './wilson-interval.js';

const { values: flags } = parseArgs({ options: { list: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' }, 'by-template': { type: 'boolean', default: false } } });
const random = createRandom(Number(flags.seed));
const root = `${requireDataFolder()}/tabmwp`;
const describer = createDescriber(root);
const tally = new Tally();
const counted = { tables: 0, cells: 0, cellsSupported: 0, cellsContradicted: 0, plots: 0, leaves: 0, skipped: [] as string[] };

for (const record of readRecords<TableRecord>(root, 'problems.jsonl')) {
  const book = createLabelBook(await describer.describe(record.image));
  if (isStemLeaf(record)) {
    counted.plots += 1;
    for (const { stem, leaves } of readStems(record).filter((row) => row.leaves.length > 0)) {
      counted.leaves += leaves.length;
      const at = Math.floor(random() * leaves.length);
      const wrong = leaves.with(at, pick(random, [...'0123456789'].filter((digit) => !leaves.includes(digit))));
      for (const [said, name, hoped] of [[leaves, 'true', 'supported'], [wrong, 'one leaf changed', 'contradicted']] as const) {
        tally.add(`stem-and-leaf, ${name}`, auditClaim(`The row with stem ${stem} has the leaves ${said.join(', ')}.`, book), hoped, record.id);
        tally.add(`stem-and-leaf, ${name}`, auditClaim(`Stem ${stem} | Leaf ${said.join(' ')}`, book), hoped, record.id);
      }
    }
    continue;
  }
  const cells = readCells(record);
  if (cells === null) {
    counted.skipped.push(record.id);
    continue;
  }
  counted.tables += 1;
  for (const cell of cells) {
    counted.cells += 1;
    const stances = { said: new Set<string>(), changed: new Set<string>() };
    for (const [name, say] of Object.entries(templates)) {
      const claim = say(cell);
      const changed = say({ ...cell, value: changeValue(cell.value, cell.siblings, random) });
      if (claim === null || changed === null) continue;
      const suffix = flags['by-template'] ? `, ${name}` : '';
      const [said, other] = [auditClaim(claim, book), auditClaim(changed, book)];
      tally.add(`true${suffix}`, said, 'supported', record.id);
      tally.add(`one value changed${suffix}`, other, 'contradicted', record.id);
      stances.said.add(stanceOf(said));
      stances.changed.add(stanceOf(other));
    }
    if ([...stances.said].join() === 'supported') counted.cellsSupported += 1;
    if ([...stances.changed].join() === 'contradicted') counted.cellsContradicted += 1;
  }
}
await describer.close();
console.log(`TabMWP, seed ${flags.seed}: ${counted.cells} cells of ${counted.tables} tables, each in every fitting phrasing of ${Object.keys(templates).length}; ${counted.leaves} leaves of ${counted.plots} plots.`);
console.log(`Left out, as the published text is not the printed table: ${counted.skipped.join(', ') || 'none'}.`);
// Claims of one cell are not independent: these two lines count cells.
console.log(`Cells supported in every phrasing: ${formatShare(counted.cellsSupported, counted.cells)}; contradicted in every phrasing: ${formatShare(counted.cellsContradicted, counted.cells)}.`);
tally.print(flags.list);
