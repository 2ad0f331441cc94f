import type { Problem } from '../../schema/index.js';
import { clipText } from '../../util/wrap-text.js';
import { HeldWordings } from './held-wordings.js';
import { normalizeQuestion } from './normalize-question.js';
import { RewardError } from './reward-error.js';

/** Images that tell whether an image root is the right one. */
const FIRST = 32;

/** Problems that a text-only trainer can name. */
export interface ProblemIndex {
  readonly size: number;
  /** Paths of the first images, one a problem. */
  readonly firstImages: readonly string[];
  /** The problem with this id, or null. @throws RewardError `ambiguous` when several have it. */
  findById(id: string): Problem | null;
  /** The problem with this wording, or null. @throws RewardError `ambiguous` when several have it: a guess would be scored on another image. */
  findByQuestion(question: string): Problem | null;
  /**
   * Whether the question holds the wording of this problem, and of no other a longer one: prompts put instructions around questions, and the
   * question of one problem may stand in that of another.
   */
  holdsBest(question: string, problem: Problem): boolean;
  /** Whether this text is the reference answer of some problem. */
  hasAnswer(text: string): boolean;
}

/** Makes an index over problems. */
export function createProblemIndex(problems: Iterable<Problem>): ProblemIndex {
  const byId = new Map<string, Problem[]>();
  const byQuestion = new Map<string, Problem[]>();
  const answers = new Set<string>();
  const firstImages: string[] = [];
  let size = 0;
  for (const problem of problems) {
    size++;
    put(byId, problem.id, problem);
    const [image] = problem.images;
    if (image !== undefined && firstImages.length < FIRST && !/^(?:data|https?):/i.test(image)) firstImages.push(image);
    if (problem.answer !== undefined) answers.add(problem.answer.trim().toLowerCase());
    for (const wording of new Set(wordings(problem))) put(byQuestion, wording, problem);
  }
  const wordingsHeld = new HeldWordings(byQuestion.keys());
  return {
    size, firstImages,
    holdsBest: (question, problem) => byQuestion.get(wordingsHeld.longestIn(normalizeQuestion(question)) ?? '')?.includes(problem) ?? false,
    hasAnswer: (text) => answers.has(text.trim().toLowerCase()),
    findById: (id) => takeOnly(byId.get(id), `the id \`${clipText(id, 80)}\``),
    findByQuestion: (question) => {
      const wording = normalizeQuestion(question);
      return wording === '' ? null : takeOnly(byQuestion.get(wording), `the question "${clipText(question, 80)}"`);
    },
  };
}

/** The question alone, and with its options below it, as prompts often have them. */
function wordings({ question, choices = [] }: Problem): string[] {
  const options = choices.flatMap((choice, at) => (at < 26 ? [`${String.fromCharCode(65 + at)}. ${choice}`] : []));
  return [question, [question, ...options].join(' ')].map(normalizeQuestion).filter((wording) => wording !== '');
}

function put(map: Map<string, Problem[]>, key: string, problem: Problem): void {
  const list = map.get(key);
  if (list) list.push(problem);
  else map.set(key, [problem]);
}

function takeOnly(found: readonly Problem[] | undefined, what: string): Problem | null {
  const [first, second] = found ?? [];
  if (first === undefined) return null;
  if (second === undefined) return first;
  const ids = (found ?? []).slice(0, 4).map(({ id }) => id).join(', ');
  throw new RewardError('ambiguous', `Expected one problem with ${what}, but ${found?.length} have it (${ids}${(found?.length ?? 0) > 4 ? ', …' : ''}). Send the id.`);
}
