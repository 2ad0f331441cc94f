import { jsonrepair } from 'jsonrepair';
import { z } from 'zod';
import { ParseError } from '../errors/index.js';
import { clipText } from '../util/wrap-text.js';
import { escapeInnerQuotes } from './json/escape-inner-quotes.js';
import { escapeLatex } from './json/escape-latex.js';
import { findJsonSpans, type JsonSpan } from './json/find-json-spans.js';
import { splitReasoning } from './split-reasoning.js';

/** Enough of an answer to recognise it in an error. */
const MAX_QUOTED = 120;

export interface ModelJson<T> {
  value: T;
  /** The text was not valid JSON and had to be mended. */
  isRepaired: boolean;
  /** The answer ended inside the JSON: values that were not whole are missing. Check lengths. */
  isCutOff: boolean;
}

/**
 * Reads JSON that a model wrote: inside code fences, behind reasoning, with text around it, with single LaTeX
 * backslashes, trailing commas, Python words, or cut off. Of several pieces the first that fits `schema` counts.
 * Use a loose schema: only what the caller needs.
 *
 * @throws ParseError that says what was expected and what came, in words that can be quoted to the model.
 */
export function parseModelJson<T>(text: string, schema: z.ZodType<T>): ModelJson<T> {
  const answer = splitReasoning(text).text;
  let misfit: string | undefined;
  for (const span of findCandidates(answer)) {
    const read = readJson(span.text);
    if (read === null) continue;
    const parsed = schema.safeParse(read.value);
    if (parsed.success) return { value: parsed.data, isRepaired: read.isRepaired, isCutOff: span.isCutOff };
    misfit ??= z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ').replace(/^✖ /, '').replaceAll('✖ ', '; ');
  }
  const found = misfit ?? (answer.trim() === '' ? 'the answer is empty' : 'the answer holds none');
  throw new ParseError(`Expected JSON in the form asked for, but ${found}. The answer began: ${clipText(answer, MAX_QUOTED) || '(nothing)'}`);
}

/** Fenced blocks first: what is outside of them is talk. What was cut off comes last. */
function findCandidates(answer: string): JsonSpan[] {
  const fenced = [...answer.matchAll(/```[a-z]*\s*\n?([\s\S]*?)(?:```|$)/gi)].flatMap((match) => findJsonSpans(match[1] ?? ''));
  const all = findJsonSpans(answer);
  const isWhole = ({ isCutOff }: JsonSpan): boolean => !isCutOff;
  // Quotes that do not pair up make whole JSON look cut off.
  const requoted = all.every(isWhole) ? [] : findJsonSpans(escapeInnerQuotes(answer)).filter(isWhole);
  return [...fenced.filter(isWhole), ...all.filter(isWhole), ...requoted, ...all];
}

/** Tries the text as it is, then with quotes mended, then with everything else mended; null when nothing helps. */
function readJson(text: string): { value: unknown; isRepaired: boolean } | null {
  const escaped = escapeLatex(text);
  const mended = [() => escaped, () => escapeInnerQuotes(escaped), () => jsonrepair(escapeInnerQuotes(escaped)), () => jsonrepair(escaped)];
  for (const [tries, mend] of mended.entries()) {
    try {
      return { value: JSON.parse(mend()) as unknown, isRepaired: tries > 0 || escaped !== text };
    } catch {
      // The next remedy is tried.
    }
  }
  return null;
}
