// How often the hybrid verifier's built-in part is right where it overrides a model: vetoed steps of PRMBench by their labels,
// and claims made from TabMWP tables, true and with one value changed, before a model that supports or contradicts all of them.
import { createLabelBook } from '../../src/verifiers/builtin/premises/label-book.js';
import { auditClaim } from '../../src/verifiers/builtin/premises/audit-claim.js';
import { judgeStepsByArithmetic } from '../../src/verifiers/builtin/arithmetic/judge-steps-by-arithmetic.js';
import { settleJudgment } from '../../src/verifiers/hybrid/settle-judgment.js';
import { settleVerdict } from '../../src/verifiers/hybrid/settle-verdict.js';
import type { ClaimVerdict, StepJudgment } from '../../src/schema/index.js';
import { readRecords, requireDataFolder } from '../ocr/data-folder.js';
import { changeValue } from '../premises/change-value.js';
import { templates } from '../premises/claim-templates.js';
import { createDescriber } from '../premises/describe-image.js';
import { isStemLeaf, readCells, type TableRecord } from '../premises/table-truth.js';
import { formatShare } from '../premises/wilson-interval.js';
import { createRandom } from '../shared/seeded-random.js';

interface Process { original_question: string; modified_question: string; original_process: string[]; modified_process: string[]; error_steps: number[] | null }

/** A model that finds everything right. */
const trusting: StepJudgment = { status: 'scored', probability: 0.9, source: 'label-logprobs', findings: [] };

/** Counts vetoed and confirmed steps among those labelled right and wrong. */
function tallySteps(solutions: readonly { question: string; steps: readonly string[]; wrong: ReadonlySet<number> }[]): Record<'right' | 'wrong', { steps: number; vetoed: number; confirmed: number }> {
  const counts = { right: { steps: 0, vetoed: 0, confirmed: 0 }, wrong: { steps: 0, vetoed: 0, confirmed: 0 } };
  for (const { question, steps, wrong } of solutions) {
    const solution = { steps: steps.map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' as const };
    judgeStepsByArithmetic(solution, { question }).forEach((arithmetic, at) => {
      const settled = settleJudgment(trusting, arithmetic);
      const count = counts[wrong.has(at) ? 'wrong' : 'right'];
      count.steps++;
      if (settled.status === 'scored' && settled.probability < 0.5) count.vetoed++;
      else if (arithmetic.status === 'scored') count.confirmed++;
    });
  }
  return counts;
}

function printSteps(name: string, { right, wrong }: ReturnType<typeof tallySteps>): void {
  console.log(`${name}: ${right.steps} steps labelled right, ${wrong.steps} labelled wrong`);
  console.log(`  vetoed     right ${formatShare(right.vetoed, right.steps)}; wrong ${formatShare(wrong.vetoed, wrong.steps)}; labelled wrong among the vetoed ${formatShare(wrong.vetoed, right.vetoed + wrong.vetoed)}`);
  console.log(`  confirmed  right ${formatShare(right.confirmed, right.steps)}; wrong ${formatShare(wrong.confirmed, wrong.steps)}`);
}

const rows = readRecords<Process>(requireDataFolder(), 'prmbench/subset400.jsonl');
const distinct = [...new Map(rows.map((row) => [JSON.stringify(row.original_process), row])).values()];
printSteps('PRMBench originals', tallySteps(distinct.map((row) => ({ question: row.original_question, steps: row.original_process, wrong: new Set() }))));
printSteps('PRMBench modified', tallySteps(rows.filter((row) => (row.error_steps ?? []).length > 0)
  .map((row) => ({ question: row.modified_question, steps: row.modified_process, wrong: new Set((row.error_steps ?? []).map((step) => step - 1)) }))));

const root = `${requireDataFolder()}/tabmwp`;
const describer = createDescriber(root);
const random = createRandom(1);
const claims = { true: { n: 0, vetoed: 0, confirmed: 0 }, changed: { n: 0, vetoed: 0, confirmed: 0 } };
const says = (claim: string, conflict: number): ClaimVerdict => ({ claim, observable: true, support: 1 - conflict, conflict, unknown: 0, severity: conflict > 0 ? 'high' : null, evidence: [] });
for (const record of readRecords<TableRecord>(root, 'problems.jsonl')) {
  const cells = isStemLeaf(record) ? null : readCells(record);
  if (cells === null) continue;
  const book = createLabelBook(await describer.describe(record.image));
  for (const cell of cells) {
    for (const say of Object.values(templates)) {
      for (const [kind, claim] of [['true', say(cell)], ['changed', say({ ...cell, value: changeValue(cell.value, cell.siblings, random) })]] as const) {
        if (claim === null) continue;
        const print = auditClaim(claim, book);
        claims[kind].n++;
        if (settleVerdict(says(claim, 0), print).conflict > 0.5) claims[kind].vetoed++;
        if (settleVerdict(says(claim, 1), print).conflict < 0.5) claims[kind].confirmed++;
      }
    }
  }
}
await describer.close();
for (const [kind, { n, vetoed, confirmed }] of Object.entries(claims)) {
  console.log(`TabMWP claims, ${kind}: supported by the model and vetoed ${formatShare(vetoed, n)}; contradicted by the model and taken back to unknown ${formatShare(confirmed, n)}`);
}
