import { describe, expect, it } from 'vitest';
import { progressLine, type ModelLoad } from '../../src/cli/progress-line.js';

const model = (usage: Partial<ModelLoad['usage']>, inFlight = 0): ModelLoad => ({
  usage: { calls: 0, open: 0, fromCache: 0, failures: 0, promptTokens: 0, completionTokens: 0, ...usage },
  readLoad: () => ({ inFlight }),
});

describe('progressLine', () => {
  it('counts alone as long as nothing more is known', () => {
    expect(progressLine({ what: 'problems', done: 0, total: null, elapsedMs: 100, models: [] })).toBe('0 problems');
    expect(progressLine({ what: 'problems', done: 5, total: 20, elapsedMs: 100, models: [] })).toBe('5/20 problems');
  });

  it('tells speed and time left once they have settled', () => {
    expect(progressLine({ what: 'problems', done: 30, total: 120, elapsedMs: 60_000, models: [] })).toBe('30/120 problems, 30 a minute, 3 min left');
    expect(progressLine({ what: 'problems', done: 119, total: 120, elapsedMs: 600_000, models: [] })).toBe('119/120 problems, 12 a minute, 5 s left');
    expect(progressLine({ what: 'problems', done: 120, total: 120, elapsedMs: 600_000, models: [] })).toBe('120/120 problems, 12 a minute');
    expect(progressLine({ what: 'problems', done: 1, total: 1000, elapsedMs: 60_000, models: [] })).toContain('1.0 a minute, 16.6 h left');
  });

  it('adds up the models: calls under way, those that wait, failures, tokens, cached share', () => {
    const models = [model({ calls: 90, open: 12, fromCache: 40, promptTokens: 1_400_000 }, 8), model({ calls: 10, open: 1, failures: 3, completionTokens: 100_000 }, 1)];
    expect(progressLine({ what: 'problems', done: 0, total: null, elapsedMs: 0, models })).toBe('0 problems, calls: 9 in flight, 4 waiting, 3 failed, 1.5 M tokens, 40 % of calls cached');
  });

  it('leaves out in a narrow terminal what matters least, whole, and keeps failures and the time left', () => {
    const state = { what: 'problems', done: 12, total: 40, elapsedMs: 60_000, models: [model({ calls: 90, open: 120, fromCache: 40, failures: 3, promptTokens: 1_400_000 }, 38)] };
    expect(progressLine({ ...state, width: 100 })).toBe('12/40 problems, 12 a minute, 2 min left, calls: 38 in flight, 82 waiting, 3 failed, 1.4 M tokens');
    expect(progressLine({ ...state, width: 59 })).toBe('12/40 problems, 2 min left, calls: 38 in flight, 3 failed');
    expect(progressLine({ ...state, width: 10 })).toBe('12/40 problems, 2 min left, 3 failed');
    for (const width of [60, 80, 120]) expect(progressLine({ ...state, width }).length).toBeLessThanOrEqual(width);
  });
});
