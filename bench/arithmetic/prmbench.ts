// Arithmetic on PRMBench: false alarms on the distinct original solutions, and error steps found in the modified ones.
// --list prints every step called wrong.
import { readRecords, requireDataFolder } from '../ocr/data-folder.js';
import { printArithmetic, tallyArithmetic } from './judge-texts.js';

interface Row { idx: string; classification: string; original_question: string; modified_question: string; original_process: string[]; modified_process: string[]; error_steps: number[] | null }

const list = process.argv.includes('--list');
const rows = readRecords<Row>(requireDataFolder(), 'prmbench/subset400.jsonl');
const distinct = [...new Map(rows.map((row) => [JSON.stringify(row.original_process), row])).values()];
printArithmetic('original_process, distinct (taken as right)', tallyArithmetic(distinct.map((row) => ({ id: `${row.classification}/${row.idx}`, question: row.original_question, steps: row.original_process }))), list);

const labelled = rows.filter(({ error_steps: errors }) => errors !== null && errors.length > 0);
const past = labelled.flatMap((row) => (row.error_steps ?? []).filter((step) => step > row.modified_process.length));
const modified = labelled.map((row) => ({
  id: `${row.classification}/${row.idx}`, classification: row.classification, question: row.modified_question, steps: row.modified_process,
  wrong: new Set((row.error_steps ?? []).map((step) => step - 1)),
}));
printArithmetic(`modified_process (${past.length} labels in ${labelled.filter((row) => (row.error_steps ?? []).some((step) => step > row.modified_process.length)).length} records point past the end and are left out)`, tallyArithmetic(modified), list);
for (const name of new Set(modified.map(({ classification }) => classification))) {
  const { labelledWrong, found } = tallyArithmetic(modified.filter(({ classification }) => classification === name));
  console.log(`  ${name}: found ${found} of ${labelledWrong}`);
}
