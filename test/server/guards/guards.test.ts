import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Admission } from '../../../src/server/guards/admission.js';
import { ByteBudget, readBodySize, type HeldBytes } from '../../../src/server/guards/byte-budget.js';
import { createKeyCheck } from '../../../src/server/guards/check-key.js';
import { parseBody } from '../../../src/server/guards/parse-body.js';
import { RateLimiter } from '../../../src/server/guards/rate-limiter.js';

describe('Admission', () => {
  it('never lets more in than there is room, but for one request that is larger than all of it', () => {
    fc.assert(fc.property(fc.array(fc.record({ count: fc.integer({ min: 1, max: 5 }), isHeld: fc.boolean(), stays: fc.boolean() }), { maxLength: 40 }), (visits) => {
      const admission = new Admission({ shed: 6, held: 9 });
      const inside = { held: 0, shed: 0 };
      for (const { count, isHeld, stays } of visits) {
        const kind = isHeld ? 'held' : 'shed';
        try {
          const leave = admission.enter(count, kind);
          if (stays) inside[kind] += count;
          else leave();
        } catch { /* refused */ }
        expect(admission.inside).toBe(inside.held + inside.shed);
        expect(inside.held).toBeLessThanOrEqual(9);
        expect(inside.shed).toBeLessThanOrEqual(6);
      }
    }));
  });

  it('lets a request in that alone is larger than the room', () => {
    expect(() => new Admission({ shed: 1, held: 1 }).enter(50, 'shed')).not.toThrow();
  });

  it('tells a time from 1 to 60 seconds', () => {
    const admission = new Admission({ shed: 10_000, held: 10_000 });
    expect(admission.retryAfter).toBe(1);
    admission.enter(10_000, 'shed');
    expect(admission.retryAfter).toBeGreaterThan(1);
    expect(admission.retryAfter).toBeLessThanOrEqual(60);
  });
});

describe('ByteBudget', () => {
  it('never holds more than it may, but for one body alone, always takes what has no body, and is empty when all have left', () => {
    fc.assert(fc.property(fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 15 }), came: fc.integer({ min: 0, max: 20 }), stays: fc.boolean() }), { maxLength: 40 }), (bodies) => {
      const budget = new ByteBudget(10);
      const inside: HeldBytes[] = [];
      for (const { bytes, came, stays } of bodies) {
        const before = budget.held;
        const held = budget.enter(bytes);
        expect(held === null).toBe(bytes > 0 && before > 0 && before + bytes > 10);
        if (held === null) continue;
        held.shrink(came);
        expect(budget.held).toBe(before + Math.min(bytes, came));
        if (stays) inside.push(held);
        else held.leave();
        if (!stays) expect(budget.held).toBe(before);
      }
      for (const held of [...inside, ...inside]) held.leave();
      expect(budget.held).toBe(0);
    }));
  });

  it.each([['POST', {}, 0], ['POST', { 'content-length': '5' }, 5], ['POST', { 'content-length': '500' }, 100], ['POST', { 'content-length': 'x' }, 100], ['POST', { 'transfer-encoding': 'chunked' }, 100], ['GET', { 'transfer-encoding': 'chunked' }, 0]])('reads %s %j as %i bytes', (method, headers, bytes) => {
    expect(readBodySize({ method, headers }, 100)).toBe(bytes);
  });
});

describe('RateLimiter', () => {
  it('gives each client its burst, then its rate', () => {
    let now = 0;
    const limiter = new RateLimiter(2, 3, () => now);
    expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 1]);
    expect(limiter.take('b')).toBe(0);
    now = 500;
    expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 1]);
  });
});

describe('createKeyCheck', () => {
  it('accepts the key and nothing else', () => {
    const check = createKeyCheck('abc');
    expect(check('Bearer abc')).toBe(true);
    fc.assert(fc.property(fc.string(), (text) => { fc.pre(text !== 'abc'); expect(check(`Bearer ${text}`)).toBe(false); }));
    expect(check(undefined)).toBe(false);
    expect(createKeyCheck('')(undefined)).toBe(false);
  });
});

describe('the time of a wrong key', () => {
  it('tells nothing about how much of it is right', () => {
    // Long, so that a comparison that ends at the first difference would be told by its time.
    const key = 'k'.repeat(200_000);
    const check = createKeyCheck(key);
    const guesses = { nearly: `Bearer ${key.slice(0, -1)}x`, not: `Bearer x${key.slice(1)}` };
    const times: Record<keyof typeof guesses, number[]> = { nearly: [], not: [] };
    for (let round = 0; round < 150; round++) {
      for (const name of ['nearly', 'not'] as const) {
        const start = process.hrtime.bigint();
        expect(check(guesses[name])).toBe(false);
        times[name].push(Number(process.hrtime.bigint() - start));
      }
    }
    const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
    expect(median(times.nearly) / median(times.not)).toBeGreaterThan(0.7);
    expect(median(times.nearly) / median(times.not)).toBeLessThan(1.4);
  });
});

describe('parseBody', () => {
  const bytes = (text: string) => Buffer.from(text);
  it('reads what JSON.parse reads', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => { fc.pre(!JSON.stringify(value).includes('__proto__')); expect(parseBody(bytes(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value))); }));
  });
  it.each(['', '{', '{"a":{"__proto__":1}}', `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`])('refuses %s', (text) => expect(() => parseBody(bytes(text))).toThrow(/Expected/));
});
