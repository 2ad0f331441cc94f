import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gates } from '../../src/scoring/gates/index.js';
import { recomputeP, resolveScoringOptions } from '../../src/scoring/index.js';
import { gateNameSchema, type ClaimVerdict, type GateName, type Reliability } from '../../src/schema/index.js';
import { aVerdict, reward, share, triple } from '../scoring/build-inputs.js';

/** The table of gate properties in docs/scoring.md, row by row. `p` is what the evpv gate sees of the same triple. */
const settings = fc.record({ lambda: share, tau: share }).map((options) => resolveScoringOptions(options));
type Settings = ReturnType<typeof resolveScoringOptions>;

const asVerdict = (shares: Reliability): ClaimVerdict => ({ ...aVerdict(0), ...shares, severity: 'high' });
const apply = (gate: GateName, raw: number, reliability: Reliability, options: Settings): number =>
  gates[gate](raw, { reliability, auditFailed: false, p: recomputeP([asVerdict(reliability)]) }, options) as number;

/** A triple, and the same with more conflict, taken from support or from unknown. */
const moreConflict = fc.tuple(triple, share, fc.boolean()).map(([before, part, fromSupport]) => {
  const moved = (fromSupport ? before.support : before.unknown) * part;
  return {
    before,
    after: {
      support: before.support - (fromSupport ? moved : 0),
      conflict: Math.min(1, before.conflict + moved),
      unknown: before.unknown - (fromSupport ? 0 : moved),
    },
  };
});

const withoutConflict = (unknown: number): Reliability => ({ support: 1 - unknown, conflict: 0, unknown });
const rounding = 1e-12;
const every = gateNameSchema.options;

describe.each(every)('the %s gate', (gate) => {
  it('stays in [-1,1]', () => {
    fc.assert(fc.property(reward, triple, settings, (raw, reliability, options) => {
      const gated = apply(gate, raw, reliability, options);
      expect(gated >= -1 && gated <= 1).toBe(true);
    }));
  });

  it('leaves a step whose claims are all unobservable as it is', () => {
    fc.assert(fc.property(reward, settings, (raw, options) => {
      expect(gates[gate](raw, { reliability: null, auditFailed: false, p: recomputeP([aVerdict(1, 0, { observable: false })]) }, options)).toBe(raw);
    }));
  });

  it('leaves a fully supported step as it is', () => {
    fc.assert(fc.property(reward, settings, (raw, options) => {
      expect(apply(gate, raw, { support: 1, conflict: 0, unknown: 0 }, options)).toBe(raw);
    }));
  });

  it('never raises the magnitude for more unknown without conflict', () => {
    fc.assert(fc.property(reward, share, share, settings, (raw, one, other, options) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(Math.abs(apply(gate, raw, withoutConflict(more), options))).toBeLessThanOrEqual(Math.abs(apply(gate, raw, withoutConflict(less), options)) + rounding);
    }));
  });

  // Symmetric and threshold promise this for positive rewards only: both move a negative one toward 0.
  it(`never raises ${gate === 'symmetric' || gate === 'threshold' ? 'a reward from 0 up' : 'any reward'} for more conflict`, () => {
    const raws = gate === 'symmetric' || gate === 'threshold' ? share : reward;
    fc.assert(fc.property(raws, moreConflict, settings, (raw, { before, after }, options) => {
      expect(apply(gate, raw, after, options)).toBeLessThanOrEqual(apply(gate, raw, before, options) + rounding);
    }));
  });
});

describe('the premise gate', () => {
  it('takes a contradicted step to -1, whatever its reward', () => {
    fc.assert(fc.property(reward, settings, (raw, options) => {
      expect(apply('premise', raw, { support: 0, conflict: 1, unknown: 0 }, options)).toBe(-1);
    }));
  });

  it('is monotone in the raw reward', () => {
    fc.assert(fc.property(reward, reward, triple, settings, (one, other, reliability, options) => {
      expect(apply('premise', Math.min(one, other), reliability, options)).toBeLessThanOrEqual(apply('premise', Math.max(one, other), reliability, options) + rounding);
    }));
  });

  it('has the values of its formula', () => {
    const options = resolveScoringOptions({ lambda: 0.5 });
    expect(apply('premise', 0.8, { support: 0.5, conflict: 0.25, unknown: 0.25 }, options)).toBeCloseTo(0.25, 12);
    expect(apply('premise', 1, withoutConflict(1), options)).toBe(0.5);
    expect(apply('premise', -1, withoutConflict(1), options)).toBe(-0.5);
  });
});

it('the evpv gate shrinks positive rewards by p and leaves the others', () => {
  const options = resolveScoringOptions({});
  const evidence = { reliability: null, auditFailed: true, p: 0.3 };
  expect([1, 0.5, 0, -0.5, -1].map((raw) => gates.evpv(raw, evidence, options))).toEqual([0.3, 0.15, 0, -0.5, -1]);
});

it('the threshold gate keeps a reward whose support just reaches τ', () => {
  const options = resolveScoringOptions({ tau: 0.5 });
  expect([0.5, 0.49].map((support) => apply('threshold', -0.6, { support, conflict: 0, unknown: 1 - support }, options))).toEqual([-0.6, 0]);
});

it('the symmetric gate gives 0, and not -0, to a negative reward without support', () => {
  expect(apply('symmetric', -1, withoutConflict(1), resolveScoringOptions({}))).toBe(0);
});
