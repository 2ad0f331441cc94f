import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { PromptError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import { checkPrompt } from './check-prompt.js';
import { evpvPromptTable, type ImportedPart, type ImportedPrompt } from './evpv/evpv-prompt-table.js';
import { cutFormatString, type PythonPiece } from './evpv/python-string.js';
import { readPythonTexts } from './evpv/read-python-texts.js';
import { escapeTemplate, parseTemplate } from './parse-template.js';
import type { PromptLibrary } from './prompt-library.js';
import type { Prompt, PromptPart } from './prompt.js';

/** Where the prompt module is in a clone of the reference. */
const MODULE = path.join('evpv_prm', 'prompts.py');

export interface ImportedPrompts {
  prompts: Prompt[];
  /** Prompts that were not made, each with what the module lacks. */
  missing: string[];
}

/**
 * Makes prompts of the texts in the user's own clone of the reference, which is read as text and never executed.
 * Answers and sampling are those of our prompts in the same form.
 * @param clone The folder of the clone, or its prompt module.
 * @throws PromptError when there is no such module or nothing of it is known.
 */
export async function importEvpvPrompts(clone: string, library: PromptLibrary): Promise<ImportedPrompts> {
  const file = await stat(clone).then((found) => (found.isDirectory() ? path.join(clone, MODULE) : clone), () => clone);
  const source = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new PromptError(`Expected the prompt module of the reference at ${file}, but it cannot be read: ${oneLine(error)}. Give the folder of your clone.`, { cause: error });
  });
  const texts = readPythonTexts(source);
  const imported: ImportedPrompts = { prompts: [], missing: [] };
  for (const entry of evpvPromptTable) {
    const lacking = sourcesOf(entry).filter((name) => !texts.has(name));
    if (lacking.length > 0) imported.missing.push(`${entry.id} (no text \`${lacking.join('`, `')}\`)`);
    else imported.prompts.push(makePrompt(entry, texts, library, file));
  }
  if (imported.prompts.length === 0) throw new PromptError(`Expected texts such as \`${sourcesOf(evpvPromptTable[0] as ImportedPrompt)[0]}\` in ${file}, found none that is known.`);
  return imported;
}

function makePrompt(entry: ImportedPrompt, texts: ReadonlyMap<string, readonly PythonPiece[]>, library: PromptLibrary, file: string): Prompt {
  const { answer, sampling } = library.get(entry.base).prompt;
  const messages = entry.messages.map(({ role, parts }) => ({ role, parts: parts.map((part) => makePart(part, texts, file)) }));
  const parts = messages.flatMap((message) => message.parts);
  const names = parts.flatMap((part) => ('text' in part ? parseTemplate(part.text) ?? [] : [])).flatMap((segment) => ('input' in segment ? [segment.input] : []));
  return checkPrompt({
    id: entry.id,
    version: 1,
    summary: `Imported from the reference: ${sourcesOf(entry).join(', ')}.`,
    images: parts.some((part) => 'images' in part) ? 'all' : 'none',
    inputs: Object.fromEntries([...new Set(names)].map((name) => [name, entry.optional?.includes(name) ? 'optional' : 'text'])),
    messages, answer, sampling,
  }, `${entry.id} of ${file}`);
}

/** Writes a text of the module as a template of ours. */
function makePart(part: ImportedPart, texts: ReadonlyMap<string, readonly PythonPiece[]>, file: string): PromptPart {
  if (part === 'images') return { images: 'all' };
  if ('text' in part) return part;
  const pieces = (texts.get(part.from) ?? []).flatMap((piece) => (part.format && 'literal' in piece ? cutFormatString(piece.literal) : [piece]));
  const written = pieces.map((piece) => {
    if ('literal' in piece) return escapeTemplate(piece.literal);
    const input = Object.hasOwn(part.names, piece.name) ? part.names[piece.name] : undefined;
    if (input === undefined) throw new PromptError(`${file}: \`${part.from}\` uses the variable \`${piece.name}\`, which is not known. Another version of the reference? Write the prompt by hand.`);
    return `{{${input}}}`;
  });
  return { text: written.join('') };
}

const sourcesOf = ({ messages }: ImportedPrompt): string[] =>
  messages.flatMap(({ parts }) => parts.flatMap((part) => (typeof part === 'object' && 'from' in part ? [part.from] : [])));
