// One digit changed, at random from a fixed seed, in a true statement of real steps: how often is the step called wrong?
// Counts against recall also changes that keep the statement true (4 > 3 to 5 > 3). --list prints the changes not noticed.
import { findFormulas } from '../../src/verifiers/builtin/arithmetic/find-formulas.js';
import { findStepFindings } from '../../src/verifiers/builtin/arithmetic/find-step-findings.js';
import type { StepFinding } from '../../src/schema/index.js';
import { readRecords, requireDataFolder } from '../ocr/data-folder.js';
import { formatShare } from '../premises/wilson-interval.js';

const folder = requireDataFolder();
let state = 7;
const draw = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor(state / 65_536) % below;
};
const paragraphs = (text: string): string[] => text.split(/\n\n+/);
const steps = new Set([
  ...readRecords<{ original_process: string[] }>(folder, 'prmbench/subset400.jsonl').flatMap((row) => row.original_process),
  ...readRecords<{ solution: string }>(folder, 'tabmwp/problems.jsonl').flatMap((row) => paragraphs(row.solution)),
  ...readRecords<{ outputs: Record<string, { response: string }> }>(folder, 'mathv/problems.jsonl').flatMap((row) =>
    Object.entries(row.outputs).filter(([run]) => run.includes('CoT')).flatMap(([, output]) => paragraphs(output.response))),
]);
const judge = (text: string): StepFinding[] => findStepFindings({ text, formulas: findFormulas(text), nextText: '', isPlainNotation: true }, () => false);

const missed: string[] = [];
let changed = 0;
for (const step of steps) {
  const findings = judge(step);
  const right = findings.filter(({ kind, correct }) => kind === 'arithmetic' && correct);
  const chosen = right[draw(Math.max(1, right.length))];
  if (chosen?.start === undefined || chosen.end === undefined || right.length < findings.length) continue;
  const digits = [...step.slice(chosen.start, chosen.end).matchAll(/\d/g)].map(({ index }) => index + (chosen.start ?? 0));
  const at = digits[draw(Math.max(1, digits.length))];
  if (at === undefined) continue;
  const text = `${step.slice(0, at)}${(Number(step[at]) + 1 + draw(8)) % 10}${step.slice(at + 1)}`;
  changed += 1;
  if (judge(text).every(({ correct }) => correct)) missed.push(text.slice(Math.max(0, chosen.start - 60), chosen.end + 40).replaceAll('\n', ' '));
}
console.log(`steps with a true statement, one digit changed: called wrong ${formatShare(changed - missed.length, changed)}`);
if (process.argv.includes('--list')) for (const text of missed) console.log(`  ${text}`);
