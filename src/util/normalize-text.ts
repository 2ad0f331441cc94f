/** More marks on one character say nothing, and ordering them takes time that grows with their square. */
const PILE = /(\p{M}{30})\p{M}+/gu;

/** Unicode's form KC, in time that is linear also for texts that are made to be slow. */
export function normalizeText(text: string): string {
  return text.replace(PILE, '$1').normalize('NFKC');
}
