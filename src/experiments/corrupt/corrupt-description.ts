import { UsageError } from '../../errors/index.js';
import type { ImageDescription } from '../../schema/index.js';
import type { Corruption } from './corruption.js';
import { drawLots, type DrawLot } from './draw-lot.js';
import { listFacts, type FactUnit } from './fact-unit.js';
import { flipConstraint } from './flip-constraint.js';
import { flipText } from './flip-text.js';
import { paraphraseConstraint, paraphraseText } from './paraphrase-fact.js';

export interface CorruptedDescription {
  description: ImageDescription;
  /** Facts that could be hit, those that were, and those of them that could be changed (a flip needs a number or a comparison). */
  facts: number;
  hit: number;
  changed: number;
}

/** Whether a fact may be hit at all. */
export type IsEligible = (unit: FactUnit) => boolean;

/**
 * Corrupts a description. Each fact is hit by a lot of its own, drawn from seed, item and content: so corruption is nested over ratios,
 * and the same on every machine, whatever other facts there are. Words and image sizes stay.
 * @param item names what is described: two items with one description are corrupted differently.
 * @throws UsageError for a ratio outside [0,1].
 */
export function corruptDescription(description: ImageDescription, { mode, ratio, seed, parts }: Corruption, item: string, isEligible: IsEligible = () => true): CorruptedDescription {
  if (!(ratio >= 0 && ratio <= 1)) throw new UsageError(`Expected a corruption ratio from 0 to 1, got ${ratio}.`);
  const units = listFacts(description).map((unit) => {
    const draw = drawLots(seed, item, unit.key);
    const isOpen = parts.includes(unit.part) && isEligible(unit);
    return { unit, draw, isOpen, isHit: isOpen && draw('hit') < ratio };
  });
  const changed = mode === 'shuffle' ? shuffleHit(units) : units.map(({ unit, draw, isHit }) => (isHit ? change(mode, unit, draw) : unit));
  const kept = changed.filter((unit) => unit !== null);
  return {
    description: {
      ...description,
      caption: kept.flatMap((unit) => (unit.part === 'caption' ? [unit.text] : [])).join(''),
      keyFacts: kept.flatMap((unit) => (unit.part === 'key-facts' ? [unit.text] : [])),
      constraints: kept.flatMap((unit) => (unit.part === 'constraints' ? [unit.constraint] : [])),
    },
    facts: units.filter(({ isOpen }) => isOpen).length,
    hit: units.filter(({ isHit }) => isHit).length,
    changed: units.filter(({ unit }, at) => changed[at] !== unit).length,
  };
}

/** What becomes of one fact that is hit: null when it is taken away; itself when nothing in it can be changed. */
function change(mode: 'drop' | 'flip' | 'paraphrase', unit: FactUnit, draw: DrawLot): FactUnit | null {
  if (mode === 'drop') return null;
  if (unit.part === 'constraints') {
    const constraint = mode === 'flip' ? flipConstraint(unit.constraint, draw) : paraphraseConstraint(unit.constraint);
    return constraint === null || constraint === unit.constraint ? unit : { ...unit, constraint };
  }
  const text = mode === 'flip' ? flipText(unit.text, draw) : paraphraseText(unit.text, draw);
  return text === null ? unit : { ...unit, text };
}

/** Deals the facts that are hit out again over their places, part by part, in an order drawn by lot. */
function shuffleHit(units: readonly { unit: FactUnit; draw: DrawLot; isHit: boolean }[]): FactUnit[] {
  const dealt = new Map<string, FactUnit[]>();
  for (const { unit } of units.filter(({ isHit }) => isHit).map(({ unit, draw }) => ({ unit, order: draw('order') })).toSorted((a, b) => a.order - b.order)) {
    dealt.set(unit.part, [...(dealt.get(unit.part) ?? []), unit]);
  }
  return units.map(({ unit, isHit }) => (isHit ? dealt.get(unit.part)?.shift() ?? unit : unit));
}
