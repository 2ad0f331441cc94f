import type { AnswerForm } from './answer-form.js';
import { isPhrase, toLabelKey } from './label.js';
import type { ReadItem } from './read-forms.js';
import { splitTopLevel } from './split-top-level.js';

const colon = /\s*:\s*/y;
const said = /^((?:the )?\p{L}[\p{L} '-]{0,60}?)\s(?:is|are|equals)(?: equal to)?\s(.{1,400})$/isu;

/** What words name: "range: [0, 2]", "the area is 5"; null for anything else. */
export function readLabelled(text: string, read: ReadItem): AnswerForm | null {
  return readColon(text, read) ?? readSaid(text, read);
}

function readColon(text: string, read: ReadItem): AnswerForm | null {
  const [label, ...rest] = splitTopLevel(text, colon) ?? [];
  const body = rest[0]?.text.trim() ?? '';
  return label !== undefined && rest.length === 1 && body !== '' && isPhrase(label.text) ? { kind: 'labelled', label: toLabelKey(label.text), of: read(body), relation: null } : null;
}

function readSaid(text: string, read: ReadItem): AnswerForm | null {
  const match = said.exec(text);
  const of = match === null ? null : read(match[2] ?? '');
  return of === null || of.kind === 'words' || of.kind === 'labelled' ? null : { kind: 'labelled', label: toLabelKey(match?.[1] ?? ''), of, relation: null };
}
