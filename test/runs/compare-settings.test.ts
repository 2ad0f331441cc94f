import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSettings } from '../../src/runs/compare-settings.js';
import { aDescription } from './run-description.js';

const settings = (verifier: string) => aDescription({ verifier }).settings;
const verifier = (port: number) => settings(`prompted/1 (describe: http://127.0.0.1:8000/v1#Qwen/Qwen2.5-VL-7B-Instruct (vllm); judge: http://127.0.0.1:${port}/v1#Qwen (vllm))`);

describe('compareSettings', () => {
  it('shows short values whole', () => {
    expect(compareSettings(settings('builtin/1'), settings('builtin/2'))).toEqual(['verifier is "builtin/2" now and was "builtin/1"']);
  });

  it('shows of long values what differs, however late they part', () => {
    const [difference = ''] = compareSettings(verifier(8001), verifier(8002));
    expect(difference).toMatch(/^verifier is ….*:8002.* now and was ….*:8001.*$/);
    expect(difference.length).toBeLessThan(180);
  });

  it('never shows two equal texts for values that differ', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (before, now) => {
      fc.pre(before !== now);
      const [difference = ''] = compareSettings(settings(before), settings(now));
      const [, shownNow, shownBefore] = /^verifier is (.*) now and was (.*)$/s.exec(difference) ?? [];
      expect(shownNow).not.toBe(shownBefore);
    }));
  });
});
