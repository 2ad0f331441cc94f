import { stringify } from 'yaml';
import type { Prompt } from './prompt.js';

/** Writes a prompt as the YAML of its file. */
export function formatPrompt(prompt: Prompt): string {
  return stringify(prompt, { lineWidth: 0, aliasDuplicateObjects: false });
}
