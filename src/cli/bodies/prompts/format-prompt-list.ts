import path from 'node:path';
import type { LoadedPrompt } from '../../../prompts/prompt-library.js';
import type { Paint } from '../../../report/paint.js';
import { wrapText } from '../../../util/wrap-text.js';

/** Narrower summaries stand in lines of their own. */
const MIN_SUMMARY = 48;

/** Writes prompts as a table: name, kind of answer and summary, under the folder that each comes from. */
export function formatPromptList(prompts: readonly LoadedPrompt[], look: { width: number; paint: Paint; housePrompts: string }): string {
  const { paint, housePrompts } = look;
  const bySource = new Map<string, LoadedPrompt[]>();
  for (const prompt of prompts) {
    const folder = path.dirname(prompt.source);
    bySource.set(folder, [...(bySource.get(folder) ?? []), prompt]);
  }
  const nameWidth = Math.max(...prompts.map(({ ref }) => ref.length));
  const answerWidth = Math.max(...prompts.map(({ prompt }) => prompt.answer.type.length));
  return [...bySource].map(([folder, group]) => {
    const title = path.resolve(folder) === path.resolve(housePrompts) ? 'of this package' : folder;
    return `${paint.strong(`${title} (${group.length})`)}\n${group.flatMap((prompt) => formatRow(prompt, { ...look, nameWidth, answerWidth })).join('\n')}\n`;
  }).join('\n');
}

function formatRow({ ref, prompt }: LoadedPrompt, look: { width: number; paint: Paint; nameWidth: number; answerWidth: number }): string[] {
  const { width, paint, nameWidth, answerWidth } = look;
  const head = `  ${ref.padEnd(nameWidth)}  ${prompt.answer.type.padEnd(answerWidth)}  `;
  const summaryWidth = width - head.length;
  if (summaryWidth < MIN_SUMMARY) return [head.trimEnd(), ...wrapText(prompt.summary, width - 6).map((line) => paint.faint(`      ${line}`))];
  return wrapText(prompt.summary, summaryWidth).map((line, index) => (index === 0 ? head : ' '.repeat(head.length)) + paint.faint(line));
}
