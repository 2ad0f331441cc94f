import type { NumericConstraint } from '../../../schema/index.js';
import type { Mention } from './find-mentions.js';
import type { LabelBook } from './label-book.js';
import type { Assertion } from './parse-claim.js';

/** The printed values that an assertion can be about. */
export interface NamedValues {
  readonly constraints: readonly NumericConstraint[];
  /** Whether the row (or label) itself is named, not only a column. */
  readonly byLabel: boolean;
  /** Whether all labels that matter are named in full. */
  readonly full: boolean;
}

/** Own words weigh more than those of the rest of the sentence, the most specific label more than its column. */
const WEIGHT = { ownLabel: 8, inheritedLabel: 4, ownColumn: 2, inheritedColumn: 1, fullBonus: 0.25 };

/** Finds the values whose labels an assertion names best; empty when it names none. */
export function findNamed({ own, inherited }: Assertion, book: LabelBook): NamedValues {
  // A clause without any label of its own ("and she takes 2") speaks of something else than the clause before.
  if (own.length === 0) return { constraints: [], byLabel: false, full: false };
  const ranked = book.named.map((constraint) => rank(constraint, own, inherited)).filter((one) => one.score > 0);
  const best = Math.max(0, ...ranked.map((one) => one.score));
  const top = ranked.filter((one) => one.score >= best - WEIGHT.fullBonus && one.byLabel === ranked.some((other) => other.score === best && other.byLabel));
  return { constraints: top.map((one) => one.constraint), byLabel: top.some((one) => one.byLabel), full: top.length > 0 && top.every((one) => one.full) };
}

interface Ranked { readonly constraint: NumericConstraint; readonly score: number; readonly byLabel: boolean; readonly full: boolean }

/** How well the labels of one value are named. One mention serves one label: in a table with a row and a column "Total", each needs its own. */
function rank(constraint: NumericConstraint, own: readonly Mention[], inherited: readonly Mention[]): Ranked {
  const used = new Set<Mention>();
  const take = (mentions: readonly Mention[], text: string | undefined): Mention | null => {
    const free = mentions.filter((mention) => mention.label.text === text && !used.has(mention));
    const found = free.find((mention) => mention.full) ?? free[0];
    if (found === undefined) return null;
    used.add(found);
    return found;
  };
  const [label, column] = constraint.subject;
  const ownLabel = take(own, label);
  const ownColumn = take(own, column);
  const otherLabel = ownLabel === null ? take(inherited, label) : null;
  const otherColumn = ownColumn === null ? take(inherited, column) : null;
  const named = [ownLabel, otherLabel, ownColumn, otherColumn].filter((mention) => mention !== null);
  const score = (ownLabel === null ? 0 : WEIGHT.ownLabel) + (otherLabel === null ? 0 : WEIGHT.inheritedLabel)
    + (ownColumn === null ? 0 : WEIGHT.ownColumn) + (otherColumn === null ? 0 : WEIGHT.inheritedColumn)
    + (named.length > 0 && named.every((mention) => mention.full) ? WEIGHT.fullBonus : 0);
  return { constraint, score, byLabel: ownLabel !== null || otherLabel !== null, full: named.every((mention) => mention.full) };
}
