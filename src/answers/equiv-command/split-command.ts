import { UsageError } from '../../errors/index.js';

const part = /"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[^\s"'\\]|\\.)+)|(\s+)/gy;

/** A command line as programme and arguments: quotes group, a backslash takes the next character as it is; no shell is involved. */
export function splitCommand(command: string): [string, ...string[]] {
  const words: string[] = [];
  let [at, isOpen] = [0, false];
  for (const match of command.matchAll(part)) {
    at = match.index + match[0].length;
    const [, double, single, bare, space] = match;
    const text = (double ?? bare)?.replace(/\\(.)/gs, '$1') ?? single ?? '';
    if (space !== undefined) isOpen = false;
    else if (isOpen) words.push(`${words.pop() ?? ''}${text}`);
    else words.push(text);
    isOpen = space === undefined;
  }
  const [programme, ...rest] = words;
  if (at !== command.length || programme === undefined || programme === '') throw new UsageError(`Expected a command such as "python3 check.py" with closed quotes, got ${JSON.stringify(command)}.`);
  return [programme, ...rest];
}
