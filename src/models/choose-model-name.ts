import { UsageError } from '../errors/index.js';
import type { ServedModel } from './list-models.js';
import { ModelError } from './model-error.js';

/**
 * The name to ask for: the one given, where the server lists it, else the only one listed.
 * @throws UsageError when none is given and none is alone; ModelError (`model-not-served`) that lists what is.
 */
export function chooseModelName(given: string | null, served: readonly ServedModel[] | null, baseUrl: string): string {
  const ids = (served ?? []).map(({ id }) => id);
  if (given === null) {
    if (ids.length === 1) return ids[0] as string;
    const found = ids.length === 0 ? 'the server lists none' : `the server has several: ${shorten(ids)}`;
    throw new UsageError(`${baseUrl}: expected the name of a model, but none was given and ${found}. Write ${baseUrl}#name.`);
  }
  // Ollama lists `name:latest` for what it also answers to as `name`.
  if (served === null || ids.includes(given) || ids.includes(`${given}:latest`)) return given;
  throw new ModelError(`${baseUrl}: expected the model \`${given}\`, but the server has ${ids.length === 0 ? 'none' : shorten(ids)}. Name one of those: ${baseUrl}#name.`, { kind: 'model-not-served', isRetryable: false });
}

function shorten(ids: readonly string[]): string {
  return ids.slice(0, 20).join(', ') + (ids.length > 20 ? `, and ${ids.length - 20} more` : '');
}
