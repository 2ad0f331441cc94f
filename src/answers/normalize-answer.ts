const textGroup = /\\(?:text|textbf|textit|textrm|mathrm|mathbf|mbox|operatorname)\s?\{([^{}]*)\}/g;

/**
 * Brings an answer to one spelling for comparing words: compatibility forms (NFKC), lower case, no LaTeX wrappers or
 * spacing, no articles, no final stop, single spaces. Does not touch what carries meaning (signs, digits, letters).
 * Takes time in proportion to the length.
 */
export function normalizeAnswer(answer: string): string {
  return trimEnd(answer.normalize('NFKC')
    .replace(textGroup, '$1')
    .replace(/\\[,;:! ]|~|\\quad/g, ' ')
    .replace(/\\(?:left|right|displaystyle)(?![a-zA-Z])/g, '')
    .replace(/\$|\\\(|\\\)|\*\*/g, ' ')
    .replace(/[‘’]/g, "'")
    .toLowerCase()
    .replace(/(?<!\S)(?:(?:the|an?)\s+)+(?=\p{L}{2})/gu, '')
    .replace(/\s+/g, ' ')).trimStart();
}

/** Without spaces and stops at the end. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:'.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
