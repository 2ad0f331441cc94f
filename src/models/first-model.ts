import { ModelError } from './model-error.js';

/** Which model gave the first answer; endpoints that must serve one model share it. */
export interface FirstModel {
  name: string | null;
  /** That another one answered: from then on nothing more is asked, since it would be paid for in vain. */
  change: ModelError | null;
}

/**
 * Holds the name that came with an answer against the first one: scores of two models must not be mixed in one run.
 * @throws ModelError `model-changed`.
 */
export function checkSameModel(first: FirstModel, told: string | null, id: string): void {
  first.name ??= told;
  if (told === null || told === first.name) return;
  throw first.change = new ModelError(`${id}: expected answers of \`${first.name}\` as at the start of the run, but \`${told}\` answers now. Serve the first model again, or start a fresh run.`, { kind: 'model-changed', isRetryable: false });
}
