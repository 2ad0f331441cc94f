// Arithmetic on solutions of other sets: true ones (tabmwp `solution`), labelled ones (vlrmbench, visualprocessbench),
// and model answers without step labels (mathv CoT runs, tabmwp runs). --list prints every step called wrong.
import { splitSteps } from '../../src/datasets/split-steps.js';
import { readRecords, requireDataFolder } from '../ocr/data-folder.js';
import { printArithmetic, tallyArithmetic } from './judge-texts.js';

interface Tabmwp { id: string; question: string; solution: string; answer: string; outputs: Record<string, { output?: string }> }
interface Vlrm { id: string; question: string; step_list: string[]; reasoning_error: string; task_gt: number[] }
interface Process { question: string; response: { steps: string[]; process_correctness: number[] } }
interface Mathv { id: string; question: string; outputs: Record<string, { response: string }> }

const list = process.argv.includes('--list');
const folder = requireDataFolder();
const cut = (text: string): string[] => splitSteps(text).map((step) => step.text);
const indices = (labels: readonly number[], wrong: number): Set<number> => new Set(labels.flatMap((label, i) => (label === wrong ? [i] : [])));

const tabmwp = readRecords<Tabmwp>(folder, 'tabmwp/problems.jsonl');
printArithmetic('tabmwp solution (true)', tallyArithmetic(tabmwp.map(({ id, question, solution, answer }) => ({ id, question, steps: cut(solution), finalAnswer: answer }))), list);
printArithmetic('tabmwp model runs (no labels)', tallyArithmetic(tabmwp.flatMap(({ id, question, outputs }) => Object.entries(outputs).flatMap(([run, { output }]) =>
  (output === undefined ? [] : [{ id: `${id}/${run}`, question, steps: cut(output.replaceAll('\\n', '\n')) }])))), list);

const vlrm = readRecords<Vlrm>(folder, 'vlrmbench/location_error.jsonl');
printArithmetic('vlrmbench step_list (taken as right)', tallyArithmetic(vlrm.map(({ id, question, step_list: steps }) => ({ id, question, steps }))), list);
printArithmetic('vlrmbench reasoning_error (task_gt 1 = wrong)', tallyArithmetic(vlrm.map(({ id, question, reasoning_error: text, task_gt: labels }) => {
  const steps = text.split(/(?=STEP\d+:)/).filter((step) => step.trim() !== '');
  return { id, question, steps, ...(steps.length === labels.length ? { wrong: indices(labels, 1) } : {}) };
})), list);

printArithmetic('visualprocessbench (label -1 = wrong)', tallyArithmetic(readRecords<Process>(folder, 'visualprocessbench/sample.jsonl')
  .map(({ question, response }, i) => ({ id: `sample ${i + 1}`, question, steps: response.steps, wrong: indices(response.process_correctness, -1) }))), list);
printArithmetic('mathv CoT runs (no labels)', tallyArithmetic(readRecords<Mathv>(folder, 'mathv/problems.jsonl').flatMap(({ id, question, outputs }) =>
  Object.entries(outputs).filter(([run]) => run.includes('CoT')).map(([run, { response }]) => ({ id: `${id}/${run}`, question, steps: cut(response) })))), list);
