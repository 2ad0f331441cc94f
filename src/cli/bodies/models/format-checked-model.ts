import type { Capability } from '../../../models/check/capability.js';
import type { Paint } from '../../../report/paint.js';
import { printable, wrapText } from '../../../util/wrap-text.js';
import type { CheckedModel } from './checked-model.js';

const titles: Record<Capability['name'], string> = {
  choice: 'choice of labels', logprobs: 'log-probabilities', json: 'JSON schema', images: 'images',
  'prefix-cache': 'prefix cache', 'prompt-logprobs': 'prompt log-probs', pooling: 'pooling',
};
const NAME_WIDTH = 19;
const STATE_WIDTH = 9;
/** More names than this are counted. */
const SHOWN = 10;

/** Writes what a model is, what it can do and whether it can judge, as a table for a terminal. */
export function formatCheckedModel(checked: CheckedModel, { width, paint }: { width: number; paint: Paint }): string {
  const { dialect, name, contextLength, endpoints, jobs, served, capabilities, judge } = checked;
  const row = (title: string, state: string, text: string, colour = (plain: string): string => plain): string[] => {
    const head = `  ${title.padEnd(NAME_WIDTH)}`;
    const indent = head.length + state.length;
    return wrapText(text, width - indent).map((line, index) => (index === 0 ? head + colour(state) : ' '.repeat(indent)) + line);
  };
  const colours = { yes: paint.good, no: paint.bad, unknown: paint.unsure };
  const lines = [
    ...wrapText(checked.id, width).map(paint.strong),
    ...row('server', '', endpoints > 1 ? `${dialect}, and ${endpoints - 1} more of the same model` : dialect),
    ...row('model', '', name),
    ...row('context length', '', contextLength === null ? 'not told' : `${contextLength} tokens`),
    ...listServed(served).flatMap((line, index) => row(index === 0 ? 'serves' : '', '', line)),
    ...row('asked to', '', jobs.join(', ')),
    '',
    ...capabilities.flatMap(({ name: one, state, detail }) => row(titles[one], state.padEnd(STATE_WIDTH), detail, colours[state])),
    '',
    ...row('judge call', '', `${judge.answer}, after ${judge.milliseconds} ms`),
    ...wrapText(printable(concludeJudge(checked)), width - 2).map((line) => `  ${judge.result === null ? paint.bad(line) : paint.good(line)}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** A name a line, so that each can be copied; nothing where there is no list. */
function listServed(served: readonly string[] | null): string[] {
  if (served === null) return [];
  return [...served.slice(0, SHOWN), ...(served.length > SHOWN ? [`and ${served.length - SHOWN} more`] : [])];
}

/** What the judge call means for a run, and what to do when it failed. */
function concludeJudge({ judge: { result }, capabilities }: CheckedModel): string {
  const sees = capabilities.find(({ name }) => name === 'images');
  const blind = sees !== undefined && sees.state !== 'yes' ? ' It does not seem to see images.' : '';
  if (result === null) return `No judge: the answer is neither + nor -. For a model that thinks first, use --judge critic, or turn thinking off with --extra-body.${blind}`;
  switch (result.source) {
    case 'pooling': return 'It can judge: one call a solution (--judge pooling).';
    case 'label': return `It can judge, but only by hard labels: it tells no log-probabilities. --votes makes them softer.${blind}`;
    default: return `It can judge: every step gets a probability from its tokens.${blind}`;
  }
}
