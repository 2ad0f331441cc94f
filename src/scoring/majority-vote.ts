/** The outcome of a vote over final answers. Places are those in the list of answers. */
export interface Vote {
  /** Place of the first answer of the winning group; null when nobody voted. */
  chosen: number | null;
  /** Places of the first answers of the other groups with as many votes, ascending: a tie is named, not hidden. */
  tiedWith: number[];
  /** Votes of the winning group. */
  votes: number;
  /** Answers that took part: those with a key. */
  voters: number;
}

/**
 * Votes over final answers (self-consistency). Answers with the same key are equal; a null key abstains.
 * Of tied groups the one that appears first is chosen.
 */
export function majorityVote<Answer>(answers: readonly Answer[], toKey: (answer: Answer) => string | null): Vote {
  const groups = new Map<string, { first: number; votes: number }>();
  for (const [place, answer] of answers.entries()) {
    const key = toKey(answer);
    if (key === null) continue;
    const group = groups.get(key) ?? { first: place, votes: 0 };
    groups.set(key, { ...group, votes: group.votes + 1 });
  }
  const all = [...groups.values()];
  const votes = all.reduce((most, group) => Math.max(most, group.votes), 0);
  const [winner, ...others] = all.filter((group) => group.votes === votes);
  return {
    chosen: winner?.first ?? null,
    tiedWith: others.map(({ first }) => first),
    votes,
    voters: all.reduce((sum, group) => sum + group.votes, 0),
  };
}
