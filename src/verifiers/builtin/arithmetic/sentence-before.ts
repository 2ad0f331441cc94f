/** How far back a sentence is followed, in UTF-16 code units. */
const REACH = 160;

/** The part of a place's own sentence (and line) that stands before it. */
export const sentenceBefore = (text: string, at: number): string => text.slice(Math.max(0, at - REACH), at).split(/[.!?;]\s|\n/).at(-1) ?? '';
