import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ParseError } from '../../src/errors/index.js';
import { parseModelJson } from '../../src/models/parse-model-json.js';

const anyObject = z.record(z.string(), z.unknown());
const read = (text: string) => parseModelJson(text, anyObject).value;

describe('parseModelJson', () => {
  it('finds JSON in fences, behind reasoning, and in running text', () => {
    expect(read('Here it is:\n```json\n{"a": 1}\n```\nHope it helps {really}')).toEqual({ a: 1 });
    expect(read('<think>maybe {"a": 0}</think>{"a": 1}')).toEqual({ a: 1 });
    expect(read('maybe {"a": 0}</think> {"a": 1}')).toEqual({ a: 1 });
    expect(read('The answer is {"a": {"b": "}"}}. Good luck!')).toEqual({ a: { b: '}' } });
  });

  it('takes the first piece that fits', () => {
    expect(parseModelJson('[1] {"x": 2} {"a": 3}', z.looseObject({ a: z.number() })).value).toEqual({ a: 3 });
  });

  it('mends what models break', () => {
    expect(read("{'a': 'b', \"c\": True, \"d\": None,}")).toEqual({ a: 'b', c: true, d: null });
    expect(read('{\u201ca\u201d: \u201c2\u201d}')).toEqual({ a: '2' });
    expect(parseModelJson('{"a": 1,}', anyObject).isRepaired).toBe(true);
    expect(parseModelJson('{"a": 1}', anyObject).isRepaired).toBe(false);
    expect(read('{"a": "it says "50" there"}')).toEqual({ a: 'it says "50" there' });
  });

  it('keeps LaTeX', () => {
    expect(read(String.raw`{"a": "\frac{1}{2} \times \theta \neq \sqrt{3} \( x \)"}`)).toEqual({ a: String.raw`\frac{1}{2} \times \theta \neq \sqrt{3} \( x \)` });
    expect(read(String.raw`{"a": "\\frac{1}{2}\nnext \"line\" \u0041\tb"}`)).toEqual({ a: '\\frac{1}{2}\nnext "line" A\tb' });
  });

  it('leaves out of a cut-off answer what is not whole', () => {
    const facts = parseModelJson('{"caption": "A table", "facts": ["AB = 5", "BC = 1', anyObject);
    expect(facts).toEqual({ value: { caption: 'A table', facts: ['AB = 5'] }, isRepaired: false, isCutOff: true });
    expect(parseModelJson('[1, -1, 0.7', z.array(z.number())).value).toEqual([1, -1]);
    expect(parseModelJson('{"p": 0.', anyObject).value).toEqual({});
    expect(parseModelJson('```json\n{"a": [1, {"b": 2}, {"c"', anyObject).value).toEqual({ a: [1, { b: 2 }, {}] });
  });

  it('says what was expected and what came', () => {
    expect(() => read('no json')).toThrow('Expected JSON in the form asked for, but the answer holds none. The answer began: no json');
    expect(() => read('<think>hm')).toThrow('the answer is empty');
    expect(() => parseModelJson('{"a": "x"}', z.looseObject({ a: z.number() }))).toThrow(/expected number.*at a/);
  });

  it('reads back whatever was written, with talk around it', () => {
    fc.assert(fc.property(fc.jsonValue().filter((value) => typeof value === 'object' && value !== null), fc.constantFrom('', 'Sure! ', '```json\n', '<think>so</think>\n'), (value, before) => {
      const text = JSON.stringify(value);
      fc.pre(!/\\[bfnrt][a-z]|<\/?think/i.test(text));
      expect(parseModelJson(before + text, z.unknown()).value).toEqual(JSON.parse(text));
    }));
  });

  it('throws nothing but ParseError, in bounded time', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '1', 'a', ' ', '`', '-') }), (text) => {
      try {
        parseModelJson(text, anyObject);
      } catch (error) {
        expect(error).toBeInstanceOf(ParseError);
      }
    }));
    const start = process.cpuUsage().user;
    expect(() => parseModelJson('[{"a":'.repeat(20_000), z.string())).toThrow(ParseError);
    expect(() => parseModelJson('[] '.repeat(50_000), z.string())).toThrow(ParseError);
    expect(process.cpuUsage().user - start).toBeLessThan(2e6);
  });
});

const folder = process.env['PRM_DATA_DIR'];
describe.skipIf(folder === undefined)('goldens of the reference (needs PRM_DATA_DIR)', () => {
  const golden = () => JSON.parse(readFileSync(path.join(folder ?? '', 'evpv/golden/functions.json'), 'utf8')) as Record<string, [string, unknown][]>;

  it('reads every object that the reference reads, and the one that it gives up because it is cut off', () => {
    const results = (golden()['clean_and_parse_json_object'] ?? []).map(([text, expected]) => [text, tryRead(text), expected] as const);
    const different = results.filter(([, ours, theirs]) => JSON.stringify(ours) !== JSON.stringify(theirs)).map(([text]) => text);
    expect(different).toEqual(['{"p_score": 0.5, "errors": ["x"]']);
  });

  it('reads policy answers, and keeps the LaTeX that the reference loses', () => {
    const policy = z.looseObject({ reasoningprocess: z.array(z.looseObject({})), finalanswer: z.string() });
    const whole = ((golden()['parse_policy_json'] ?? []) as [string, object[]][]).filter(([, [value]]) => value !== undefined && 'finalanswer' in value && !('_parse_note' in value));
    expect(whole.length).toBeGreaterThanOrEqual(3);
    for (const [text, [value]] of whole) {
      const ours = parseModelJson(text, policy).value;
      expect(JSON.stringify(ours).replaceAll('\\\\frac', '\\frac')).toBe(JSON.stringify(value));
    }
  });
});

function tryRead(text: string): unknown {
  try {
    return read(text);
  } catch {
    return null;
  }
}
