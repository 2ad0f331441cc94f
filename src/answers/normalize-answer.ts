const textGroup = /\\(?:text|textbf|textit|textrm|mathrm|mathbf|mbox|operatorname)\s?\{([^{}]*)\}/g;

/**
 * Brings an answer to one spelling for comparing words: compatibility forms (NFKC), lower case, no LaTeX wrappers or
 * spacing, no articles, no final stop, single spaces. Does not touch what carries meaning (signs, digits, letters).
 */
export function normalizeAnswer(answer: string): string {
  return answer.normalize('NFKC')
    .replace(textGroup, '$1')
    .replace(/\\[,;:! ]|~|\\quad/g, ' ')
    .replace(/\\(?:left|right|displaystyle)(?![a-zA-Z])/g, '')
    .replace(/\$|\\\(|\\\)|\*\*/g, ' ')
    .replace(/[‘’]/g, "'")
    .toLowerCase()
    .replace(/\b(?:the|a|an)\s+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:]+$/, '')
    .trim();
}
