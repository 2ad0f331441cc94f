/** How reading all turns from one call went: read; the server tells no prompt; it tells one in which the turns cannot be found. */
type TurnsOutcome = 'read' | 'no-prompt' | 'not-found';

/** Learns whether a server lets all turns be read from one call. */
export interface TurnsWatch {
  /** Runs a call that reads all turns, or gives null at once where the server is known not to let them be read. While that is unknown, one call goes ahead alone. */
  attempt<T>(run: () => Promise<T>): Promise<T | null>;
  note(outcome: TurnsOutcome): void;
  /** Steps that were asked about by themselves, since the one call did not tell their label. */
  noteSingly(steps: number): void;
  /** What was learnt, one line a fact. */
  readNotes(): string[];
}

/** So many prompts whose turns cannot be found, and none whose could, are the template's fault and not that of one solution. */
const MOST_MISSES = 3;

/** Creates a watch for one server. A server that gave prompts once is never given up. */
export function createTurnsWatch(): TurnsWatch {
  const seen: Record<TurnsOutcome, number> = { read: 0, 'no-prompt': 0, 'not-found': 0 };
  let singly = 0;
  let probe: Promise<void> | null = null;
  const isGivenUp = (): boolean => seen.read === 0 && (seen['no-prompt'] > 0 || seen['not-found'] >= MOST_MISSES);
  const isUnknown = (): boolean => seen.read === 0 && !isGivenUp();

  return {
    async attempt(run) {
      for (let ahead = probe; ahead !== null && isUnknown(); ahead = probe) await ahead;
      if (isGivenUp()) return null;
      const result = run();
      if (isUnknown()) {
        const end = (): void => { probe = null; };
        probe = result.then(end, end);
      }
      return result;
    },
    note(outcome) { seen[outcome]++; },
    noteSingly(steps) { singly += steps; },
    readNotes: () => [
      ...(seen.read > 0 ? ['turns: one call a solution over prompt log-probabilities'] : []),
      ...(seen['no-prompt'] > 0 && seen.read === 0 ? ['turns: one call a step, the server gives no prompt log-probabilities'] : []),
      ...(seen['not-found'] > 0 ? [`turns: one call a step for ${isGivenUp() ? 'all solutions' : `${seen['not-found']} solutions`}, their turns cannot be found in the prompt that the server tells`] : []),
      ...(singly > 0 ? [`turns: ${singly} steps asked about by themselves, the one call did not tell their label`] : []),
    ],
  };
}
