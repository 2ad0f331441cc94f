/** Exit codes of the command: done; finished with failures, skipped lines or below a threshold; wrong use; interrupted. */
export const EXIT = { done: 0, failures: 1, usage: 2, interrupted: 130 } as const;
