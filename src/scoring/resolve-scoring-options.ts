import { UsageError } from '../errors/index.js';
import { scoringOptionsSchema, type ResolvedScoringOptions, type ScoringOptions } from '../schema/index.js';

/** Options that this function gave out: frozen, so that they need no second look where many solutions are scored. */
const resolved = new WeakSet<object>();

/** Fills in the defaults of the schema and rejects what it does not allow, in one line. */
export function resolveScoringOptions(options: ScoringOptions): ResolvedScoringOptions {
  if (resolved.has(options)) return options as ResolvedScoringOptions;
  const parsed = scoringOptionsSchema.safeParse(options);
  if (parsed.success) {
    resolved.add(Object.freeze(parsed.data));
    return parsed.data;
  }
  const faults = parsed.error.issues.map(({ path, message }) => (path.length === 0 ? message : `\`${path.join('.')}\`: ${message}`));
  throw new UsageError(`Expected valid scoring options, got ${faults.join('; ')}`);
}
