import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corruptDescription } from '../../../src/experiments/corrupt/corrupt-description.js';
import type { Corruption, CorruptionMode } from '../../../src/experiments/corrupt/corruption.js';
import { drawLots } from '../../../src/experiments/corrupt/draw-lot.js';
import { listFacts } from '../../../src/experiments/corrupt/fact-unit.js';
import type { ImageDescription } from '../../../src/schema/index.js';
import { emptyDescription } from '../../helpers/fake-verifier.js';
import { cell, descriptions } from './sample-description.js';

/** What a constraint says, without its id. */
const contentOf = ({ id: _, ...content }: ImageDescription['constraints'][number]): string => JSON.stringify(content);
const parts = ['caption', 'key-facts', 'constraints'] as const;
const how = (mode: CorruptionMode, ratio: number, seed = 1): Corruption => ({ mode, ratio, seed, parts });
const corrupt = (description: ImageDescription, corruption: Corruption, item = 'p1'): ImageDescription => corruptDescription(description, corruption, item).description;
const ratios = fc.double({ min: 0, max: 1, noNaN: true });

describe('lots', () => {
  it('are the same on every machine', () => {
    expect(drawLots(7, 'item', 'fact')('hit')).toBe(0.20251461176163588);
    expect(drawLots(7, 'item', 'fact')('place')).not.toBe(0.20251461176163588);
  });
});

describe('corruptDescription', () => {
  it('is nested: what is dropped or flipped at a ratio is so, in the same way, at every larger one', () => {
    fc.assert(fc.property(descriptions, ratios, ratios, fc.nat(50), fc.constantFrom('drop' as const, 'flip' as const, 'paraphrase' as const), (description, a, b, seed, mode) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((ratio) => corrupt(description, how(mode, ratio, seed))) as [ImageDescription, ImageDescription];
      if (mode === 'drop') {
        const left = less.constraints.map(({ id }) => id);
        expect(more.constraints.every(({ id }) => left.includes(id))).toBe(true);
        return;
      }
      description.constraints.forEach((whole, at) => {
        if (JSON.stringify(less.constraints[at]) !== JSON.stringify(whole)) expect(more.constraints[at]).toEqual(less.constraints[at]);
      });
      description.keyFacts.forEach((whole, at) => {
        if (less.keyFacts[at] !== whole) expect(more.keyFacts[at]).toBe(less.keyFacts[at]);
      });
    }));
  });

  it('hits a fact whatever other facts there are, in whatever order', () => {
    fc.assert(fc.property(descriptions, ratios, fc.nat(50), (description, ratio, seed) => {
      const distinct = { ...description, constraints: [...new Map(description.constraints.map((constraint) => [contentOf(constraint), constraint])).values()] };
      const reversed = { ...distinct, constraints: distinct.constraints.toReversed().map((constraint) => ({ ...constraint, confidence: 0.5 })) };
      const idsOf = ({ constraints }: ImageDescription): string[] => constraints.map(({ id }) => id).sort();
      expect(idsOf(corrupt(reversed, how('drop', ratio, seed)))).toEqual(idsOf(corrupt(distinct, how('drop', ratio, seed))));
    }));
  });

  it('leaves everything at 0 and hits everything at 1', () => {
    fc.assert(fc.property(descriptions, fc.constantFrom('drop' as const, 'flip' as const, 'paraphrase' as const, 'shuffle' as const), (description, mode) => {
      expect(corruptDescription(description, how(mode, 0), 'p')).toEqual({ description, facts: listFacts(description).length, hit: 0, changed: 0 });
      expect(corruptDescription(description, how(mode, 1), 'p').hit).toBe(listFacts(description).length);
    }));
    expect(corrupt({ ...emptyDescription, caption: 'c', keyFacts: ['k'], constraints: [cell('A', '1', 1)] }, how('drop', 1))).toEqual(emptyDescription);
  });

  it('differs by seed and by item', () => {
    const description = { ...emptyDescription, constraints: Array.from({ length: 40 }, (_, at) => cell(`row ${at}`, String(at), at)) };
    const left = (seed: number, item: string): string => JSON.stringify(corrupt(description, how('drop', 0.5, seed), item).constraints.map(({ id }) => id));
    expect(new Set([left(1, 'a'), left(2, 'a'), left(1, 'b')]).size).toBe(3);
    expect(left(1, 'a')).toBe(left(1, 'a'));
  });

  it('shuffles without loss, each part for itself', () => {
    fc.assert(fc.property(descriptions, ratios, (description, ratio) => {
      const shuffled = corrupt(description, how('shuffle', ratio));
      expect(shuffled.keyFacts.toSorted()).toEqual(description.keyFacts.toSorted());
      expect(shuffled.constraints.map(({ id }) => id).sort()).toEqual(description.constraints.map(({ id }) => id).sort());
    }));
  });

  it('hits only the parts and facts that are open to it', () => {
    const description = { ...emptyDescription, caption: 'Rows: 3', keyFacts: ['A: 1'], constraints: [cell('A', '1', 1), cell('B', '2', 2)] };
    expect(corrupt(description, { ...how('flip', 1), parts: ['key-facts'] })).toMatchObject({ caption: 'Rows: 3', constraints: description.constraints });
    const some = corruptDescription(description, how('drop', 1), 'p', (unit) => unit.part === 'constraints' && unit.key.includes('"A"'));
    expect(some).toMatchObject({ facts: 1, hit: 1, changed: 1, description: { constraints: [{ id: 'c-B' }] } });
  });

  it('counts as changed only what could be: a flip needs a number or a comparison', () => {
    const description = { ...emptyDescription, keyFacts: ['The title is printed.', 'x < y', '3 rows'] };
    expect(corruptDescription(description, how('flip', 1), 'p')).toMatchObject({ hit: 3, changed: 2 });
  });

  it('refuses a ratio that is none', () => {
    expect(() => corrupt(emptyDescription, how('drop', 1.5))).toThrow('Expected a corruption ratio from 0 to 1, got 1.5.');
  });
});
