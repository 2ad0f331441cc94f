import { describe, expect, it } from 'vitest';
import type { ImageSource } from '../../src/images/image-source.js';
import { shareDescriptions } from '../../src/jobs/share-descriptions.js';
import type { ImageDescription, Problem } from '../../src/schema/index.js';
import { fakeVerifier } from '../helpers/fake-verifier.js';

const image = (sha: string): ImageSource => ({ ref: `${sha}.png`, sha256: async () => sha, bytes: async () => new Uint8Array() });
const problem = (question = 'How many?'): Problem => ({ id: 'p', question, images: ['a.png'] });

describe('shareDescriptions', () => {
  it('describes a set once, also when asked at the same time', async () => {
    const verifier = fakeVerifier();
    const describeShared = shareDescriptions(verifier);
    await Promise.all([describeShared('set-a', problem(), [image('a')]), describeShared('set-a', problem('Other?'), [image('a')])]);
    await describeShared('set-a', problem(), [image('a')]);
    await describeShared('set-b', problem(), [image('b')]);
    expect(verifier.calls.describe).toBe(2);
  });

  it('tries again after a failure, and hands the reason out', async () => {
    let fail = true;
    const verifier = fakeVerifier({ describe: () => { if (fail) throw new Error('worker gone'); } });
    const describeShared = shareDescriptions(verifier);
    expect(await describeShared('set', problem(), [image('a')])).toEqual({ value: null, failure: { stage: 'describe', reason: 'worker gone' } });
    fail = false;
    expect((await describeShared('set', problem(), [image('a')])).failure).toBeNull();
  });

  it('reads and fills the store', async () => {
    const stored = new Map<string, ImageDescription>();
    const store = { get: async (key: string) => stored.get(key) ?? null, put: async (key: string, value: ImageDescription) => void stored.set(key, value) };
    const first = fakeVerifier();
    await shareDescriptions(first, store)('set', problem(), [image('a')]);
    const second = fakeVerifier();
    await shareDescriptions(second, store)('set', problem(), [image('a')]);
    expect([first.calls.describe, second.calls.describe, stored.size]).toEqual([1, 0, 1]);
  });
});
