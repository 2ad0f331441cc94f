const announced = /(?:final answer|correct answer|correct option|correct choice|answer|correct letter)(?:\s+(?:to|of|for|from)\s[^.\n]{0,80}?)?(?:\s+(?:is|would be|must be|should be)(?:\s+(?:option|choice))?(?:\s*:)?|\s*[:=])\s*/gi;
/** The same in Chinese: "the answer is", "so choose". */
const announcedInChinese = /(?:(?:正确|最终)?答案(?:应该|应)?(?:是|为|选)?|(?:故|因此|所以|应)选择?)\s*[:：]?\s*/g;
/** What ends an announced answer: the sentence, the line, or a reason. */
const ending = /[.!?](?=\s|$|\*)|\n|。|，因为|\s(?:because|since|as it|which is)\s/;

/** What the last "the answer is …", "Answer: …" or its Chinese like announces, to the end of the sentence; null for none. */
export function findAnnounced(text: string): string | null {
  const matches = [...text.matchAll(announced), ...text.matchAll(announcedInChinese)];
  const last = matches.reduce<RegExpExecArray | null>((latest, match) => (latest === null || match.index > latest.index ? match : latest), null);
  if (last === null) return null;
  const rest = text.slice(last.index + last[0].length).trimStart();
  const end = rest.search(ending);
  return end < 0 ? rest : rest.slice(0, end);
}
