import { readChat, stripEnd, stripSpecial } from './read-chat.js';

/** What a trainer's text holds: the question as asked, and the response. */
export interface SplitQuery {
  question: string;
  response: string;
}

/**
 * Finds question and response in the full text of a rollout. With the prompt at hand the response is what follows it; a policy cannot
 * move that border by writing marks of a template. Without it, the response is the last assistant turn.
 */
export function splitQuery(query: string, prompt: string | null): SplitQuery {
  if (prompt !== null && prompt !== '' && query.startsWith(prompt)) return { question: questionOf(prompt), response: stripEnd(query.slice(prompt.length)) };
  const bare = prompt === null ? '' : stripSpecial(prompt).trim();
  if (prompt !== null && bare !== '' && stripSpecial(query).trimStart().startsWith(bare)) {
    return { question: questionOf(prompt), response: stripEnd(stripSpecial(query).trimStart().slice(bare.length)).trimStart() };
  }
  const turns = readChat(query);
  const last = turns?.at(-1);
  if (last?.role === 'assistant') return { question: questionOf(prompt ?? query), response: last.text };
  return { question: prompt === null ? '' : questionOf(prompt), response: stripEnd(stripSpecial(query)) };
}

/** The last thing a prompt asks: its last user turn, or all of it. */
export function questionOf(prompt: string): string {
  return (readChat(prompt)?.findLast(({ role }) => role === 'user')?.text ?? stripSpecial(prompt)).trim();
}
