import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generationSettingsSchema } from '../../../src/jobs/generate/generation-settings.js';
import { planSample } from '../../../src/jobs/generate/plan-sample.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';

const { prompt } = (await loadPrompts()).get('solve-with-dependencies');
const settings = generationSettingsSchema.parse({ seed: 3 });

it('keeps jitter within the range of the reference, and the same for the same place', () => {
  fc.assert(fc.property(fc.string(), fc.nat(1000), fc.nat(), (id, index, seed) => {
    const plan = planSample(id, index, { ...settings, seed }, prompt);
    expect(plan).toEqual(planSample(id, index, { ...settings, seed }, prompt));
    expect(plan.sampling.temperature).toBeGreaterThanOrEqual(1.05);
    expect(plan.sampling.temperature).toBeLessThanOrEqual(1.45);
    expect(plan.sampling.topP).toBeGreaterThanOrEqual(0.7);
    expect(plan.sampling.topP).toBeLessThanOrEqual(0.9);
  }));
});

it('keeps jittered values in the range that servers take', () => {
  fc.assert(fc.property(fc.double({ min: 0.001, max: 5, noNaN: true }), fc.double({ min: 0.001, max: 1, noNaN: true }), fc.nat(), (temperature, topP, index) => {
    const { sampling } = planSample('p', index, { ...settings, temperature, topP }, prompt);
    expect(sampling.temperature).toBeGreaterThan(0);
    expect(sampling.topP).toBeGreaterThan(0);
    expect(sampling.topP).toBeLessThanOrEqual(1);
  }));
});

it('spreads over the whole range, and differs with seed, question and place', () => {
  const temperatures = Array.from({ length: 400 }, (_, index) => planSample('p', index, settings, prompt).sampling.temperature);
  expect(Math.min(...temperatures)).toBeLessThan(1.07);
  expect(Math.max(...temperatures)).toBeGreaterThan(1.43);
  expect(temperatures.reduce((sum, one) => sum + one, 0) / 400).toBeCloseTo(1.25, 1);
  const nonces = [planSample('p', 0, settings, prompt), planSample('q', 0, settings, prompt), planSample('p', 1, settings, prompt), planSample('p', 0, { ...settings, seed: 4 }, prompt)].map(({ nonce }) => nonce);
  expect(new Set(nonces).size).toBe(4);
});

it('makes equal requests of all places without jitter and variants, and leaves greedy decoding alone', () => {
  const plans = [0, 1, 2].map((index) => ({ ...planSample('p', index, { ...settings, jitter: false, variants: false }, prompt), index: 0 }));
  expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBe(1);
  expect(planSample('p', 0, { ...settings, temperature: 0 }, prompt).sampling).toMatchObject({ temperature: 0, topP: 0.8 });
});

it('sends no penalty that changes nothing', () => {
  expect(Object.keys(planSample('p', 0, { ...settings, presencePenalty: 0, frequencyPenalty: 0, repetitionPenalty: 1 }, prompt).sampling).sort()).toEqual(['maxTokens', 'seed', 'temperature', 'topP']);
});
