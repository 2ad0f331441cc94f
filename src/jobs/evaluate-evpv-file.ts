import { readDataset, readScored, type DatasetReport, type ReadDatasetOptions } from '../datasets/index.js';
import { DatasetError } from '../errors/index.js';
import { makeReferenceTables, type ReferenceProblem, type ReferenceSlot, type ReferenceTables } from '../metrics/index.js';
import type { Candidate, Problem, ScoredCandidate } from '../schema/index.js';

/** The reference looks at eight responses, unless a file has more. */
const USUAL_SLOTS = 8;

export interface EvpvEvaluation {
  tables: ReferenceTables;
  problems: number;
  report: DatasetReport;
}

/**
 * Makes the reference's tables from its own files (`vlmresponseK.eval.raw_step_scores`) or from the output of `prm score`,
 * whose raw rewards become the reference's labels: above 0 is 1, anything else, unscored too, is -1.
 * @throws DatasetError for any other format.
 */
export async function evaluateEvpvFile(file: string, reading: ReadDatasetOptions = {}): Promise<EvpvEvaluation> {
  const dataset = await readDataset(file, reading);
  const problems: ReferenceProblem[] = [];
  let report = dataset.report;
  if (dataset.format === 'scored') {
    const scored = await readScored(file, { onBadLine: reading.onBadLine, limit: reading.limit });
    for await (const { problem, candidates } of scored.records) problems.push(toReference(problem, candidates, readLabels));
    report = scored.report;
  } else if (dataset.format === 'evpv') {
    for await (const { problem, candidates } of dataset.records) problems.push(toReference(problem, candidates, readReferenceScores));
  } else {
    throw new DatasetError(`expected the output of \`prm score\` or of the reference, got the format ${dataset.format}`, { file, line: null });
  }
  const slots = Math.max(USUAL_SLOTS, ...problems.map((problem) => problem.slots.length));
  return { tables: makeReferenceTables(problems, slots), problems: problems.length, report };
}

function toReference<C extends Candidate>(problem: Problem, candidates: readonly C[], readScores: (candidate: C) => number[]): ReferenceProblem {
  const slots: (ReferenceSlot | null)[] = [];
  for (const candidate of candidates) slots[candidate.index] = { answer: candidate.solution.finalAnswer ?? null, scores: readScores(candidate) };
  return { source: problem.source ?? 'UNKNOWN', answer: problem.answer ?? null, choices: problem.choices, slots: Array.from(slots, (slot) => slot ?? null) };
}

function readReferenceScores({ metadata }: Candidate): number[] {
  const scores: unknown = (metadata?.['eval'] as Record<string, unknown> | null | undefined)?.['raw_step_scores'];
  return Array.isArray(scores) ? scores.map(Number) : [];
}

function readLabels({ verification }: ScoredCandidate): number[] {
  return verification.steps.map(({ raw }) => (raw !== null && raw > 0 ? 1 : -1));
}
