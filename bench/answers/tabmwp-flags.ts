// Our verdicts against the publishers' `true_false` of TabMWP (85 problems, 14 runs): their extracted predictions, and our extraction from the raw outputs.
import { extractFinalAnswer } from '../../src/answers/extract/extract-final-answer.js';
import { readRecords, requireDataFolder } from '../ocr/data-folder.js';
import { printDisagreements } from './disagreements.js';

interface Run { readonly output: string; readonly prediction: string; readonly true_false: boolean }
interface TabmwpRecord { readonly id: string; readonly answer: string; readonly unit: string | null; readonly choices: readonly string[] | null; readonly outputs: Record<string, Run> }

const records = readRecords<TabmwpRecord>(`${requireDataFolder()}/tabmwp`, 'problems.jsonl');
const runs = records.flatMap(({ id, answer, choices, outputs }) =>
  Object.entries(outputs).map(([name, run]) => ({ id: `${id} ${name}`, gold: answer, flag: run.true_false, options: { choices: choices ?? undefined }, run })));
printDisagreements('their extracted predictions', runs.map((item) => ({ ...item, answer: item.run.prediction })));
// The outputs of the GPT-3 runs hold line breaks as the two characters \n.
printDisagreements('raw outputs', runs.map((item) => ({ ...item, answer: extractFinalAnswer(item.run.output.replaceAll('\\n', '\n')) ?? '', theirs: item.run.prediction })));
