import { setImmediate as nextTurn } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { shareImages } from '../../../src/jobs/reward/share-images.js';

function setUp() {
  const opened: string[] = [];
  const clock = { now: 0 };
  const open = shareImages((ref) => { opened.push(ref); return createMemoryImage(new Uint8Array([opened.length]), ref); }, () => clock.now);
  return { open, opened, clock };
}

describe('shareImages', () => {
  it('opens the images of one problem once, and those of another one anew though they are spelled alike', () => {
    const { open, opened } = setUp();
    const refs = ['a.png', 'b.png'];
    expect(open(refs)).toBe(open(refs));
    expect(open([...refs])).not.toBe(open(refs));
    expect(opened).toEqual(['a.png', 'b.png', 'a.png', 'b.png']);
  });

  it('sees a file that has changed after a while', () => {
    const { open, opened, clock } = setUp();
    const refs = ['a.png'];
    const first = open(refs);
    clock.now = 9_999;
    expect(open(refs)).toBe(first);
    clock.now = 10_000;
    expect(open(refs)).not.toBe(first);
    expect(opened).toHaveLength(2);
  });

  it('shares bytes that came inside a reference while they are in use', () => {
    const { open, opened } = setUp();
    const refs = ['data:image/png;base64,AA=='];
    const inUse = open(refs);
    expect(open(refs)).toBe(inUse);
    expect(opened).toHaveLength(1);
  });

  it.each(['data:,', 'http://host/a.png', 'HTTPS://host/a.png'])('holds the bytes of %s no longer than somebody uses them', async (ref) => {
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    const { open, opened } = setUp();
    const refs = [ref];
    const freed: unknown[] = [];
    const registry = new FinalizationRegistry((held) => { freed.push(held); });
    // In a function of its own, so that no register of this one holds the images.
    (() => registry.register(open(refs) as object, null))();
    for (let tries = 0; tries < 50 && freed.length === 0; tries++) {
      await nextTurn();
      collect();
    }
    expect(freed).toHaveLength(1);
    open(refs);
    expect(opened).toHaveLength(2);
  });

  it('keeps no failure to open', () => {
    let tries = 0;
    const open = shareImages(() => { if (++tries === 1) throw new Error('not yet'); return createMemoryImage(new Uint8Array([1])); });
    const refs = ['a.png'];
    expect(() => open(refs)).toThrow('not yet');
    expect(open(refs).images).toHaveLength(1);
  });
});
