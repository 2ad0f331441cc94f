import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PAIR_SEED, buildPairs } from '../../scripts/make-premise-pairs/build-pairs.js';
import { designs } from '../../scripts/make-premise-pairs/designs/index.js';
import { checkEquations } from './check-equations.js';

const folder = path.join('data', 'premise-pairs');
const committed = readFileSync(path.join(folder, 'pairs.jsonl'), 'utf8');
const drawn = [...buildPairs(PAIR_SEED, 440)];
const pairs = drawn.map(({ pair }) => pair);

describe('premise pairs', () => {
  it('are made from their seed to the byte, and more pairs leave the first ones alone', () => {
    const count = committed.trimEnd().split('\n').length;
    expect(count).toBe(64);
    expect(drawn.slice(0, count).map(({ pair }) => `${JSON.stringify(pair)}\n`).join('')).toBe(committed);
    expect([...buildPairs(PAIR_SEED + 1, 3)].map(({ pair }) => pair.versions[0].fact)).not.toEqual(pairs.slice(0, 3).map(({ versions }) => versions[0].fact));
  });

  it('differ in their fact, their image and nothing else: the solutions have the same words', () => {
    for (const { pair: { id, versions, premiseStep }, drawings } of drawn) {
      const [a, b] = versions;
      expect(a.fact, id).not.toBe(b.fact);
      expect(drawings[0].svg, id).not.toBe(drawings[1].svg);
      expect(a.solution.steps.length, id).toBe(b.solution.steps.length);
      for (const { solution } of versions) expect(solution.steps.map(({ visualDependency }) => visualDependency !== null), id).toEqual(solution.steps.map((_, step) => step === premiseStep));
      const premises = versions.map(({ solution }) => solution.steps[premiseStep]?.visualDependency);
      expect(premises[0], id).not.toBe(premises[1]);
    }
  });

  it('hold no slip: each solution follows from its own fact', () => {
    const equations = pairs.flatMap(({ versions }) => versions.flatMap(({ solution }) => solution.steps.flatMap(({ text }) => checkEquations(text))));
    expect(equations.length).toBeGreaterThan(300);
    expect(equations.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('put the same hindrances on both versions, and every design through every level', () => {
    for (const { drawings } of drawn) expect([drawings[0].width, drawings[0].height].join()).toBe([drawings[1].width, drawings[1].height].join());
    const seen = new Set(pairs.map(({ imageKind, factKind, level }) => `${imageKind}/${factKind}/${level}`));
    const kinds = new Set(designs.map(({ imageKind, factKind }) => `${imageKind}/${factKind}`));
    expect(seen.size).toBe(3 * kinds.size);
    expect(pairs.filter(({ level }) => level === 'easy').every(({ difficulty }) => Object.values(difficulty).every((strength) => strength === 0))).toBe(true);
    expect(pairs.filter(({ level }) => level === 'hard').every(({ difficulty }) => Object.values(difficulty).every((strength) => strength > 0))).toBe(true);
  });

  it('have their images, small ones', async () => {
    const files = readdirSync(path.join(folder, 'images')).sort();
    expect(files).toEqual(pairs.slice(0, 64).flatMap(({ versions }) => versions.map(({ image }) => path.basename(image))).sort());
    expect(files.reduce((sum, file) => sum + statSync(path.join(folder, 'images', file)).size, 0)).toBeLessThan(3_000_000);
    for (const [at, { image }] of pairs[0]?.versions.entries() ?? []) {
      const { width, height } = await sharp(path.join(folder, image)).metadata();
      expect({ width, height }).toEqual({ width: drawn[0]?.drawings[at]?.width, height: drawn[0]?.drawings[at]?.height });
    }
  });
});
