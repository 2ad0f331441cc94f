import type { SeenRequest, Truth } from '../../test/helpers/simulated-server/truth.js';

const marks = /\[\d+\.\d+\.\d+\]/g;

/** What the simulated model truly thinks of a step, by its mark: P(right), from 0.02 to 0.98. */
export function trueProbability(mark: string): number {
  return 0.02 + 0.96 * hashToUnit(`step ${mark}`);
}

/** What it truly thinks of a claim, by its mark. */
export function trueVerdict(mark: string): 'supported' | 'contradicted' | 'unknown' {
  const dice = hashToUnit(`claim ${mark}`);
  return dice < 0.6 ? 'supported' : dice < 0.8 ? 'contradicted' : 'unknown';
}

/** The mark of a text that holds one. */
export function markOf(text: string): string {
  return text.match(marks)?.at(-1) ?? '';
}

/** The true answer to any request of a prompted verifier with the house prompts, in the form that the request asks for. */
export function answerTruly({ messages, choices }: SeenRequest): Truth {
  const asked = messages.filter(({ role }) => role === 'user');
  const shown = asked.map(({ text }) => text).join('\n');
  if (choices !== null) return judgeLast(asked.map(({ text }) => text.match(marks) ?? []));
  const [first = { text: '', images: [] }] = asked;
  if (/the array must hold \d+ strings/.test(shown)) return { text: JSON.stringify((first.text.match(marks) ?? []).map((mark) => (trueProbability(mark) > 0.5 ? '+' : '-'))) };
  if (first.text.includes('\nClaims:\n')) return { text: JSON.stringify({ verdicts: linesWithMarks(first.text, /^\d+\. (.*)$/gm).map((claim, at) => ({ claim: at + 1, ...verdictOn(claim) })) }) };
  if (first.images.length > 0) return { text: JSON.stringify(describe(first.text)) };
  const isCombined = first.text.startsWith('Notes:');
  const premises = linesWithMarks(first.text, /^Step \d+: (.*)$/gm).flatMap((text, at) => (at % 2 === 0 ? [{ claim: `it shows ${markOf(text)}`, steps: [at + 1] }] : []));
  return { text: JSON.stringify({ claims: premises.map((premise) => ({ ...premise, ...(isCombined ? verdictOn(premise.claim) : {}) })) }) };
}

/** The true answer of a process reward model: one probability a step mark. */
export function scoreTruly(text: string): number[] {
  return text.split('<extra_0>').slice(0, -1).map((step) => trueProbability(markOf(step)));
}

/** One label for the last step shown, and for the turns before it what each would have got. */
function judgeLast(turns: readonly (readonly string[])[]): Truth {
  const spread = (mark: string): Record<string, number> => ({ '+': trueProbability(mark), '-': 1 - trueProbability(mark) });
  const lasts = turns.flatMap((found) => found.at(-1) ?? []);
  const mark = lasts.at(-1) ?? '';
  return { text: trueProbability(mark) > 0.5 ? '+' : '-', probabilities: spread(mark), earlierTurns: lasts.slice(0, -1).map(spread) };
}

function verdictOn(claim: string) {
  const verdict = trueVerdict(markOf(claim));
  return { evidence: 'as the third note says of this part of the figure', verdict, severity: verdict === 'contradicted' ? 'high' : null, observable: verdict !== 'unknown' };
}

/** About as long as the description of a figure is. */
function describe(question: string) {
  const fact = (at: number): string => `Part ${at} of the figure is marked ${Math.floor(1000 * hashToUnit(`${question} ${at}`))} and stands to the right of part ${at - 1}`;
  return {
    caption: 'A drawn figure of several parts with printed values. The parts stand in a row, each with its value below it.',
    key_facts: Array.from({ length: 8 }, (_, at) => fact(at + 1)),
    uncertain: ['The value of the ninth part is hard to read'],
    constraints: Array.from({ length: 8 }, (_, at) => ({ type: 'numeric', subject: [`part ${at + 1}`], value: String(at * 7), unit: 'cm' })),
  };
}

function linesWithMarks(text: string, line: RegExp): string[] {
  return [...text.matchAll(line)].map((match) => match[1] ?? '').filter((found) => markOf(found) !== '');
}

/** A number in [0,1) that depends on the whole text (FNV-1a, then a mix of the high bits into the low ones). */
function hashToUnit(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
