import { evpvGains } from './evpv-gains.js';
import type { PublishedResult } from './published-result.js';
import { visualprmBestOfEight } from './visualprm-best-of-eight.js';

/** The published results on the benchmarks that a user's sources name; without a known one, none. */
export function findPublished(sources: readonly string[]): PublishedResult[] {
  const names = sources.map(simplify);
  const isNamed = (benchmark: string): boolean => names.some((name) => name.startsWith(simplify(benchmark)));
  const named = visualprmBestOfEight.filter(({ benchmark }) => isNamed(benchmark));
  return named.length === 0 ? [] : [...named, ...evpvGains];
}

/** "MathVerse_MINI_Vision_Only" and "MathVerse-VO" name the same; "MathVerse" alone does not, for it may hold all versions. */
function simplify(name: string): string {
  return name.toLowerCase().replace(/mini|[^a-z0-9]/gu, '').replace('visiononly', 'vo');
}
