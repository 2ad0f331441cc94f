/** The form in which words are compared: NFKC, lower case, without possessive and plural endings. Digits stay as they are. */
export function stemWord(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase().replace(/['’`′]s$|['’`]$/u, '').replace(/[.'’`]/gu, '');
  if (/\d/.test(plain) || plain.length < 4) return plain;
  if (plain.endsWith('ies') && plain.length > 4) return `${plain.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z|o)es$/.test(plain)) return plain.slice(0, -2);
  return plain.endsWith('s') && !/(?:ss|us|is)$/.test(plain) ? plain.slice(0, -1) : plain;
}
