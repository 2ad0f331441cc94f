import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenLogprob } from '../../src/models/chat-model.js';
import { readLabelProbability } from '../../src/models/read-label-probability.js';

/** A token chosen among alternatives with their probabilities. */
const at = (chosen: string, alternatives: Record<string, number>): TokenLogprob => ({
  token: chosen,
  logprob: Math.log(alternatives[chosen] ?? 1),
  top: Object.entries(alternatives).map(([token, p]) => ({ token, logprob: p === 0 ? -9999 : Math.log(p) })).sort((a, b) => b.logprob - a.logprob),
});
const plus = (...tokens: TokenLogprob[]) => readLabelProbability({ tokens, labels: ['+', '-'], label: '+' });
const one = (...tokens: TokenLogprob[]) => readLabelProbability({ tokens, labels: ['1', '-1'], label: '1' });

describe('labels of one token', () => {
  it('are normalised over the labels', () => {
    expect(plus(at('+', { '+': 0.6, '-': 0.2, The: 0.2 }))).toMatchObject({ probability: expect.closeTo(0.75, 9) as number, source: 'label-logprobs', halfWidth: 0 });
  });

  it('count with their spellings: a space, a newline, full width, a true minus sign, marks of tokenisers', () => {
    expect(plus(at('+', { '+': 0.4, ' +': 0.1, '+\n': 0.05, '＋': 0.05, '\u0120-': 0.2, '\u2212': 0.2 }))?.probability).toBeCloseTo(0.6, 9);
  });

  it('are looked for behind space that comes first', () => {
    expect(plus(at('\n', { '\n': 0.9, '+': 0.1 }), at('-', { '+': 0.25, '-': 0.75 }))?.probability).toBeCloseTo(0.25, 9);
  });

  it('are read though the model was about to say something else, if they had a chance', () => {
    expect(plus(at('The', { The: 0.5, '+': 0.4, '-': 0.1 }))?.probability).toBeCloseTo(0.8, 9);
    expect(plus(at('The', { The: 0.99, '+': 0.008, '-': 0.002 }))).toBeNull();
    expect(plus(at('The', { The: 1 }))).toBeNull();
  });

  it('are zero where a constraint or the model excludes them', () => {
    expect(plus(at('-', { '-': 1, '+': 0 }))).toMatchObject({ probability: 0, source: 'label-logprobs' });
  });
});

describe('the labels of the reference, 1 and -1', () => {
  it('are compared at the first token, constrained', () => {
    expect(one(at('-', { '1': 0.3, '-': 0.7 }), at('1', { '1': 1 }))?.probability).toBeCloseTo(0.3, 9);
    expect(one(at('1', { '1': 0.3, '-': 0.7 }))?.probability).toBeCloseTo(0.3, 9);
  });

  it('are compared at the first token, unconstrained, with merged tokens beside', () => {
    expect(one(at(' -', { ' -': 0.3, '-1': 0.2, ' 1': 0.3, '1.': 0.1, Step: 0.1 }), at('1', { '1': 1 }))?.probability).toBeCloseTo(4 / 9, 9);
  });

  it('are not taken from other numbers that begin alike', () => {
    expect(one(at('1', { '1': 0.5, '10': 0.3, '1.5': 0.1, '-': 0.1 }))?.probability).toBeCloseTo(5 / 6, 9);
  });
});

describe('a label that is not listed', () => {
  it('is bounded by what is left', () => {
    const read = plus(at('+', { '+': 0.99, ' ok': 0.005 }));
    expect(read).toMatchObject({ source: 'top-logprobs' });
    expect(read?.probability).toBeGreaterThan(0.99);
    expect(read?.halfWidth).toBeLessThan(0.01);
  });

  it('leaves the answer to the next rung where it might matter', () => {
    expect(plus(at('+', { '+': 0.6, 'ok': 0.1 }))).toBeNull();
    expect(plus({ token: '+', logprob: Math.log(0.6), top: [] })).toBeNull();
    expect(plus({ token: '+', logprob: Math.log(0.99), top: [] })).toMatchObject({ source: 'top-logprobs' });
  });
});

describe('readLabelProbability', () => {
  it('has nothing to say without tokens, or when labels never part', () => {
    expect(readLabelProbability({ tokens: null, labels: ['+', '-'], label: '+' })).toBeNull();
    expect(plus()).toBeNull();
    expect(readLabelProbability({ tokens: [at('1', { '1': 1 })], labels: ['1', '10'], label: '1' })).toBeNull();
  });

  it('compares later labels at their own first difference', () => {
    const tokens = [at('A', { A: 1 }), at('2', { '1': 0.2, '2': 0.8 })];
    expect(readLabelProbability({ tokens, labels: ['A1', 'A2'], label: 'A1' })?.probability).toBeCloseTo(0.2, 9);
  });

  it('refuses labels that are equal, empty, or without the one asked for', () => {
    for (const labels of [['+'], ['+', '＋'], ['+', ' ']]) expect(() => readLabelProbability({ tokens: [], labels, label: '+' })).toThrow('two different labels');
    expect(() => readLabelProbability({ tokens: [], labels: ['a', 'b'], label: '+' })).toThrow('`+`');
  });

  const labelSet = fc.constantFrom(['+', '-'], ['1', '-1'], ['yes', 'no'], ['1', '0', '-1'], ['Yes', 'Yet']);
  const chance = fc.double({ min: 0.01, max: 1, noNaN: true });
  /** Tokens of a constrained server: at each place the characters by which labels go on. */
  const spell = (labels: readonly string[], weights: readonly number[], chosen: string): TokenLogprob[] =>
    [...chosen].map((char, i) => {
      const alternatives: Record<string, number> = {};
      labels.forEach((label, k) => { if (label.startsWith(chosen.slice(0, i)) && label[i] !== undefined) alternatives[label[i]] = (alternatives[label[i]] ?? 0) + (weights[k] ?? 0); });
      const sum = Object.values(alternatives).reduce((a, b) => a + b, 0);
      return at(char, Object.fromEntries(Object.entries(alternatives).map(([token, weight]) => [token, weight / sum])));
    });

  it('gives probabilities that sum to one over the labels, whichever was chosen', () => {
    fc.assert(fc.property(labelSet, fc.array(chance, { minLength: 3, maxLength: 3 }), fc.nat(), (labels, weights, pick) => {
      const tokens = spell(labels, weights, labels[pick % labels.length] as string);
      const read = labels.map((label) => readLabelProbability({ tokens, labels, label })?.probability ?? Number.NaN);
      expect(read.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    }));
  });

  it('is the softmax over two labels, whatever else is listed', () => {
    fc.assert(fc.property(chance, chance, fc.array(fc.tuple(fc.constantFrom('The', ' so', 'Step', '#'), chance)), (a, b, others) => {
      const sum = a + b + others.reduce((total, [, p]) => total + p, 0);
      fc.pre((a + b) / sum > 0.05);
      const top = [['+', a], ['-', b], ...others] as [string, number][];
      const read = plus({ token: '+', logprob: Math.log(a / sum), top: top.map(([token, p]) => ({ token, logprob: Math.log(p / sum) })) });
      expect(read?.probability).toBeCloseTo(a / (a + b), 9);
    }));
  });
});
