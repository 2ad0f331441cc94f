import { PromptError } from '../errors/index.js';
import { promptRef, type Prompt } from './prompt.js';

/** A checked prompt with where it came from. */
export interface LoadedPrompt {
  prompt: Prompt;
  /** `id@version`. */
  ref: string;
  /** SHA-256 of its meaning, in hex. */
  hash: string;
  /** The file it was read from. */
  source: string;
}

/** Prompts by name. `id` means the newest version of the last pack that has it; `id@version` means exactly that. */
export interface PromptLibrary {
  /** @throws PromptError when there is none; it lists what there is. */
  get(name: string): LoadedPrompt;
  /** One entry an id, as `get(id)` gives it, sorted by id. */
  list(): LoadedPrompt[];
}

/** Makes a library of layers of prompts; a later layer overrides an earlier one by id. */
export function createPromptLibrary(layers: readonly (readonly LoadedPrompt[])[]): PromptLibrary {
  const byId = new Map<string, LoadedPrompt>();
  const byRef = new Map<string, LoadedPrompt>();
  for (const layer of layers) {
    for (const loaded of [...layer].sort((a, b) => a.prompt.version - b.prompt.version)) {
      byId.set(loaded.prompt.id, loaded);
      byRef.set(promptRef(loaded.prompt), loaded);
    }
  }
  const list = (): LoadedPrompt[] => [...byId.values()].sort((a, b) => (a.prompt.id < b.prompt.id ? -1 : 1));
  return {
    list,
    get(name) {
      const found = byRef.get(name) ?? byId.get(name);
      if (found) return found;
      throw new PromptError(`Expected the name of a prompt, got \`${name}\`. There are: ${list().map(({ prompt }) => prompt.id).join(', ')}.`);
    },
  };
}
