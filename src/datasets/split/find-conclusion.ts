const CONCLUSION = /\n[ \t\r]*\n(?=[ \t]{0,3}[#>*_]{0,6}[ \t]{0,3}(?:therefore|thus|hence|in conclusion|conclusion|final answer|the (?:final |correct )?answer|answer:|\$?\\boxed))/giu;

/** Where the closing paragraphs behind the last "Step k" heading begin (`Therefore ...`, `Final answer`): one place, or none. */
export function findConclusion(text: string, lastHeading: number): number[] {
  CONCLUSION.lastIndex = lastHeading;
  const match = CONCLUSION.exec(text);
  return match ? [match.index + match[0].length] : [];
}
