import { normalizeQuestion } from '../../jobs/reward/normalize-question.js';
import type { ProblemIndex } from '../../jobs/reward/problem-index.js';
import { RewardError } from '../../jobs/reward/reward-error.js';
import { refuseMissingImages } from '../../jobs/reward/refuse-missing-images.js';
import type { Problem } from '../../schema/index.js';
import { clipText } from '../../util/wrap-text.js';
import { readReference, type Reference } from './read-reference.js';

/** What a protocol says about the problem of a response. */
export interface ItemClues {
  /** The question as asked; empty when the protocol does not send it. */
  question: string;
  /** Images that came with the request. */
  images?: readonly string[] | undefined;
  /** Label, ground truth, extra info: any of them may name the item. */
  references: readonly unknown[];
}

/** A wording with fewer letters stands in many prompts, and says little where it is the smaller part of one. */
const TELLING = 12;

/**
 * Finds the problem that is meant: by an id, else as it came where it brought its images, else by its wording. Without a dataset it is
 * always taken as it came, if it has a question or images.
 * A bare label or a row number that may as well be an answer counts as an id only where the prompt holds that problem's question, and no longer one.
 * @throws RewardError `not-found`, `ambiguous`: two matches are an error, never a guess.
 */
export function findItem(clues: ItemClues, problems: ProblemIndex | undefined): Problem {
  const references = clues.references.map(readReference);
  const named = references.find(({ id }) => id !== null)?.id ?? null;
  if (problems === undefined) return asAsked(clues, references);
  if (named === null && (clues.images?.length ?? 0) > 0) return asAsked(clues, references);
  if (named !== null) return withAnswer(mustFind(problems.findById(named), `the id \`${clipText(named, 80)}\``), references);

  const { question } = clues;
  const labelled = references.flatMap(({ bare, index }) => [bare, index]).flatMap((label) => (label === null ? [] : problems.findById(label) ?? []))
    .find((problem) => !mayBeAnswer(problem.id, problems) || asksFor(question, problem, problems));
  if (labelled !== undefined && problems.holdsBest(question, labelled)) return withAnswer(labelled, references);
  const worded = problems.findByQuestion(question);
  if (labelled !== undefined) {
    if (worded === null) return withAnswer(labelled, references);
    throw new RewardError('ambiguous', `Expected label and question to mean one problem, but the label is \`${clipText(labelled.id, 80)}\` and the question that of \`${clipText(worded.id, 80)}\`.`);
  }
  if (worded !== null) return withAnswer(worded, references);
  const bare = references.find((reference) => reference.bare !== null)?.bare ?? null;
  return mustFind(null, `the question "${clipText(question, 60)}"${bare === null ? '' : `, and the label \`${clipText(bare, 40)}\` names none that the prompt holds`}`);
}

function mustFind(problem: Problem | null, what: string): Problem {
  if (problem === null) throw new RewardError('not-found', `Expected a problem of the dataset, but none has ${what}. Send {"id": …} as label, ground truth or extra info.`);
  return problem;
}

/** A number, a letter, or a text that is the answer of some problem. */
function mayBeAnswer(label: string, problems: ProblemIndex): boolean {
  return (label.match(/\p{L}/gu)?.length ?? 0) <= 1 || problems.hasAnswer(label);
}

/** Whether a prompt asks the question of a problem, and not only one that has it inside. */
function asksFor(question: string, problem: Problem, problems: ProblemIndex): boolean {
  const { length } = normalizeQuestion(problem.question);
  return problems.holdsBest(question, problem) && (length >= TELLING || 2 * length >= normalizeQuestion(question).length);
}

/** The reference answer of the dataset, else the one that the label gives. */
function withAnswer(problem: Problem, references: readonly Reference[]): Problem {
  const answer = problem.answer ?? answerOf(references, problem.id);
  return answer === undefined ? problem : { ...problem, answer };
}

/** The answer that a label gives. A label that named the problem is none. */
function answerOf(references: readonly Reference[], id: string): string | undefined {
  const given = references.find(({ answer }) => answer !== null)?.answer;
  return given ?? references.find((reference) => reference.bare !== null && reference.bare !== id)?.bare ?? undefined;
}

function asAsked({ question, images = [] }: ItemClues, references: readonly Reference[]): Problem {
  refuseMissingImages(question, images);
  // With images the question may stand in one of them.
  if (images.length === 0 && normalizeQuestion(question) === '') throw new RewardError('not-found', 'Expected a question, got none. Send the prompt, or start the server with --dataset and name the problem by {"id": …}.');
  return withAnswer({ id: references.find(({ id }) => id !== null)?.id ?? 'request', question, images: [...images] }, references);
}
