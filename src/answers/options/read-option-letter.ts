/** The option letter (upper case, A to J) that an answer consists of: "B", "(B)", "B.", "option B", "(B) 12 cm"; null for none. */
export function readOptionLetter(answer: string): string | null {
  const text = answer.normalize('NFKC').replace(/\\(?:text|mathrm|textbf|mathbf)\s?\{([^{}]{0,200})\}/g, '$1').replace(/[$*\\]/g, '').trim();
  const match = /^(?:(?:option|choice|answer)\s*:?\s*)?(?:\(\s*([A-Ja-j])\s*\)|([A-J])\s*(?=[.):](?:\s|$)|$)|([a-j])\s*(?=[.)](?:\s|$)))/i.exec(text);
  const letter = match?.[1] ?? match?.[2] ?? match?.[3];
  if (letter === undefined) return null;
  // A lone small letter is more likely a name (x = a) than an option.
  return text.length === 1 && letter === letter.toLowerCase() ? null : letter.toUpperCase();
}
