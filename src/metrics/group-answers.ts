/**
 * Sorts answers into groups of equals: an answer joins the first group whose first member it equals. Null stays null.
 * @param isSame decides for two answers that are spelled differently.
 * @returns the number of the group of each answer, from 0 up in order of appearance.
 */
export function groupAnswers(answers: readonly (string | null)[], isSame: (a: string, b: string) => boolean): (number | null)[] {
  const firsts: string[] = [];
  const known = new Map<string, number>();
  return answers.map((answer) => {
    if (answer === null) return null;
    const before = known.get(answer);
    if (before !== undefined) return before;
    const match = firsts.findIndex((first) => isSame(first, answer));
    const group = match < 0 ? firsts.push(answer) - 1 : match;
    known.set(answer, group);
    return group;
  });
}
