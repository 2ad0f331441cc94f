/** Cuts text as a tokeniser may: marks of a chat template whole, words with the space before them, everything else by itself. */
export function cutIntoTokens(text: string): string[] {
  return text.match(/<\|[a-z_]+\|>| ?[A-Za-z0-9]+|[^A-Za-z0-9]/gu) ?? [];
}
