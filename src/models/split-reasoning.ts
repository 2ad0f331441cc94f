/**
 * Parts what a model thought from what it answered. Templates differ: `<think>…</think>answer`; only the closing tag,
 * because the opening one was in the prompt; only the opening one, because the answer was cut off while thinking.
 */
export function splitReasoning(content: string): { reasoning: string | null; text: string } {
  const close = /<\/think(?:ing)?>/gi;
  let end = -1;
  let after = 0;
  for (const match of content.matchAll(close)) {
    end = match.index;
    after = match.index + match[0].length;
  }
  if (end >= 0) return { reasoning: stripOpening(content.slice(0, end)), text: content.slice(after).trimStart() };
  const open = /^\s*<think(?:ing)?>/i.exec(content);
  if (open) return { reasoning: content.slice(open[0].length).trim(), text: '' };
  return { reasoning: null, text: content };
}

function stripOpening(reasoning: string): string {
  return reasoning.replace(/^\s*<think(?:ing)?>/i, '').trim();
}
