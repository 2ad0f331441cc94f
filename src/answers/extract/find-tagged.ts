const tags = /<\s?(?:final_?)?answer\s?>/gi;
const hashes = /^\s{0,8}####\s+(?=\S)/gm;
const json = /"(?:final_?)?answer"\s*:\s*"((?:[^"\\]|\\.){1,500})"/gi;

/** The content of the last <answer>…</answer> (an unclosed one runs to the end), of the last "#### …" line, or of the last "answer" field; null for none. */
export function findTagged(text: string): string | null {
  const tag = [...text.matchAll(tags)].at(-1);
  if (tag !== undefined) return text.slice(tag.index + tag[0].length).split(/<\/\s?(?:final_?)?answer\s?>/i, 1)[0] ?? null;
  const hash = [...text.matchAll(hashes)].at(-1);
  if (hash !== undefined) return text.slice(hash.index + hash[0].length).split('\n', 1)[0] ?? null;
  const field = [...text.matchAll(json)].at(-1)?.[1];
  return field === undefined ? null : readJsonText(field);
}

/** The text with its escapes resolved, single backslashes of LaTeX kept (models write "\\frac" for "\\\\frac"); as it stands when that is no JSON. */
function readJsonText(field: string): string {
  try {
    return String(JSON.parse(`"${field.replace(/(?<!\\)\\(?=[a-zA-Z]{2})(?!u[\da-f]{4})/gi, '\\\\')}"`));
  } catch {
    return field;
  }
}
