const sentenceEnd = /(?<=(?<!\b(?:[Mm][Rr][Ss]?|[Mm][Ss]|[Dd][Rr]|St|Jr|Sr|No|vs|approx|Fig|[A-Z]))[.!?]["')\]]{0,2})\s+(?=["'([]?[\p{Lu}\d∠])|\s*[;\n]\s*/gu;

/** Cuts text into sentences and lines, with their full stops; abbreviations, initials and decimals do not end one. */
export function splitSentences(text: string): string[] {
  return text.split(sentenceEnd).map((part) => part.trim()).filter((part) => part !== '');
}
