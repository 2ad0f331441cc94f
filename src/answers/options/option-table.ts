import type { AnswerForm } from '../forms/answer-form.js';
import { readForms } from '../forms/read-forms.js';
import { normalizeAnswer } from '../normalize-answer.js';

/** Options longer than this are compared as words only. */
export const MAX_READ = 150;
const MAX_OPTIONS = 26;

/** The options of a question, each normalised once and read when first needed. */
export class OptionTable {
  /** In one spelling. */
  readonly texts: readonly string[];
  readonly #choices: readonly string[];
  #forms: readonly (readonly AnswerForm[])[] | null = null;

  constructor(choices: readonly string[]) {
    this.#choices = choices.slice(0, MAX_OPTIONS);
    this.texts = this.#choices.map((choice) => normalizeAnswer(choice));
  }

  /** The readings of every option. */
  get forms(): readonly (readonly AnswerForm[])[] {
    this.#forms ??= this.#choices.map((choice) => (choice.length > MAX_READ ? [] : readForms(choice)));
    return this.#forms;
  }
}

const tables = new WeakMap<readonly string[], OptionTable>();

/** The table of these options: many answers are compared with the same ones. */
export function tableOf(choices: readonly string[]): OptionTable {
  const table = tables.get(choices) ?? new OptionTable(choices);
  tables.set(choices, table);
  return table;
}
