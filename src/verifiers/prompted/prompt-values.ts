import type { ImageDescription, Solution } from '../../schema/index.js';
import type { Prompt } from '../../prompts/prompt.js';
import type { PromptValues } from '../../prompts/render-prompt.js';
import type { VisibleProblem } from '../verifier.js';
import { descriptionAsJson, descriptionAsNotes, descriptionAsParagraph } from './description-text.js';

/** Question and options, apart and together; options as lettered lines. */
export function problemValues({ question, choices }: VisibleProblem): PromptValues {
  const lines = (choices ?? []).map((choice, at) => `${optionLetter(at)}. ${choice}`);
  return { question, choices: lines.length === 0 ? null : lines.join('\n'), query: [question, ...lines].join('\n') };
}

/** The forms of a description, made once: every step of every candidate of a problem is shown the same ones. */
const formsOf = new WeakMap<ImageDescription, PromptValues>();

/** A description in every form a prompt may ask for; null throughout when there is none. */
export function descriptionValues(description: ImageDescription | null): PromptValues {
  if (description === null) return { description: null, descriptionJson: null, paragraph: null };
  const known = formsOf.get(description);
  if (known) return known;
  const forms = { description: descriptionAsNotes(description), descriptionJson: descriptionAsJson(description), paragraph: descriptionAsParagraph(description) };
  formsOf.set(description, forms);
  return forms;
}

/** Steps from `from` up to, not including, `to`, with the numbers they have in the whole solution. */
export function numberSteps({ steps }: Solution, from = 0, to = steps.length): { number: string; text: string }[] {
  return steps.slice(from, to).map(({ text }, at) => ({ number: String(from + at + 1), text }));
}

/** Claims as a numbered list and as the reference's dashed lines. */
export function claimValues(claims: readonly string[]): PromptValues {
  return {
    claims: claims.map((claim, at) => ({ number: String(at + 1), claim })),
    claimsText: claims.map((claim) => `- ${claim}`).join('\n'),
  };
}

/** Keeps what a prompt declares, so that a pack may use as many of the inputs of its job as it likes. */
export function selectValues({ inputs }: Prompt, offered: PromptValues): PromptValues {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => {
    const value = offered[name] ?? null;
    if (typeof input !== 'object' || !Array.isArray(value)) return [name, value];
    return [name, value.map((item: Record<string, string>) => Object.fromEntries(input.list.map((field) => [field, item[field] ?? ''])))];
  }));
}

/** A, B, ..., Z, then AA, AB, ... */
function optionLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : optionLetter(Math.floor(at / 26) - 1) + letter;
}
