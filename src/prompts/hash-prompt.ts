import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { Prompt } from './prompt.js';

/** SHA-256 (hex) of what a prompt says. Comments, key order and line ends of its file do not count; its summary does not either. */
export function hashPrompt(prompt: Prompt): string {
  const { summary: _, ...meaning } = prompt;
  return createHash('sha256').update(canonicalJson(meaning)).digest('hex');
}
