/** The line of the log about an error that nobody foresaw. Clients are never shown it. */
export function describeDefect(error: unknown): Record<string, unknown> {
  return { level: 'error', defect: error instanceof Error ? error.stack ?? error.message : String(error) };
}
