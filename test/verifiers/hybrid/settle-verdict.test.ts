import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimVerdict } from '../../../src/schema/index.js';
import { settleVerdict } from '../../../src/verifiers/hybrid/settle-verdict.js';

const claim = 'Tuesday has 50 apples';
const verdict = (support: number, conflict: number, more: Partial<ClaimVerdict> = {}): ClaimVerdict => ({
  claim, observable: true, support, conflict, unknown: Math.max(0, 1 - support - conflict), severity: conflict > 0 ? 'high' : null,
  evidence: [{ stance: 'unknown', text: `${support}/${conflict}`, constraintId: null, places: [] }], ...more,
});
const shares = ({ support, conflict, unknown }: ClaimVerdict): string => [support, conflict, unknown].map((share) => share.toFixed(3)).join(' ');

const anyVerdict = fc.record({ cut: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), observable: fc.boolean() })
  .map(({ cut: [a, b], observable }) => verdict(Math.min(a, b), Math.abs(a - b), { observable }));

describe('settleVerdict', () => {
  it.each<[string, ClaimVerdict, ClaimVerdict, string]>([
    ['a veto of what the model supports', verdict(1, 0), verdict(0, 0.9), '0.100 0.900 0.000'],
    ['a veto of what the model cannot tell', verdict(0, 0), verdict(0, 0.9), '0.000 0.900 0.100'],
    ['a confirmation of what the model cannot tell', verdict(0, 0), verdict(0.9, 0), '0.900 0.000 0.100'],
    ['a confirmation against the model, which leaves the claim open', verdict(0, 1), verdict(0.9, 0), '0.000 0.100 0.900'],
  ])('settles %s', (_, model, print, expected) => {
    const settled = settleVerdict(model, print);
    expect(shares(settled)).toBe(expected);
    expect(settled.evidence).toHaveLength(3);
    const [support, conflict, unknown] = shares(model).split(' ').map((share) => Number(share).toFixed(2));
    expect(settled.evidence[2]?.text).toContain(`the model had support ${support}, conflict ${conflict}, unknown ${unknown}`);
    expect(settled.evidence[2]?.text).toContain(`(support ${print.support.toFixed(2)}, conflict ${print.conflict.toFixed(2)}`);
    expect(settled.severity).toBe(settled.conflict > 0 ? 'high' : null);
  });

  it('keeps both reasons and overrides nothing where the two agree', () => {
    const settled = settleVerdict(verdict(1, 0), verdict(0.9, 0));
    expect([shares(settled), settled.evidence.map(({ text }) => text)]).toEqual(['1.000 0.000 0.000', ['1/0', '0.9/0']]);
  });

  it('makes a claim observable that the print shows and the model could not see', () => {
    expect(settleVerdict(verdict(0, 0, { observable: false }), verdict(0, 1))).toMatchObject({ observable: true, conflict: 1, severity: 'high' });
  });

  it('keeps how grave the model finds its own contradiction', () => {
    expect(settleVerdict(verdict(0, 1, { severity: 'low' }), verdict(0, 1)).severity).toBe('low');
  });

  it('lets only a sure print that shows the fact have a say, and keeps shares of sum 1', () => {
    fc.assert(fc.property(anyVerdict, anyVerdict, (model, print) => {
      const settled = settleVerdict(model, print);
      expect(settled.support + settled.conflict + settled.unknown).toBeCloseTo(1, 9);
      for (const share of [settled.support, settled.conflict, settled.unknown]) expect(share >= 0 && share <= 1).toBe(true);
      const isDecided = print.observable && Math.max(print.support, print.conflict) >= 0.8;
      if (!isDecided) expect(settled).toBe(model);
      else if (print.conflict >= 0.8) expect(settled.conflict).toBeGreaterThanOrEqual(Math.max(model.conflict, print.conflict) - 1e-9);
      else expect(settled.conflict).toBeLessThanOrEqual(model.conflict);
    }));
  });
});
