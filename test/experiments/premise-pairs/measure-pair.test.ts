import { describe, expect, it } from 'vitest';
import { measurePair } from '../../../src/experiments/premise-pairs/measure-pair.js';
import { measurePairs } from '../../../src/experiments/premise-pairs/measure-pairs.js';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { orderPair } from '../../../src/metrics/premise-pairs/order-pair.js';
import type { Verifier } from '../../../src/verifiers/verifier.js';
import { emptyDescription, fakeVerifier } from '../../helpers/fake-verifier.js';
import { buildPair } from './build-pair.js';

const openImage = (ref: string) => createMemoryImage(new Uint8Array([1]), ref);
/** Sees in an image what the last letter of its name says. */
function seeing(audit: (claim: string, caption: string) => { support: number; conflict: number; observable?: boolean }): Verifier & { described: string[] } {
  const described: string[] = [];
  return {
    ...fakeVerifier({ judge: () => ({ status: 'no-evidence' }) }),
    described,
    doDescribeImages: async ({ images }) => {
      described.push(images[0]?.ref ?? '');
      return { ...emptyDescription, caption: (images[0]?.ref ?? '').endsWith('a.png') ? '31' : '57' };
    },
    doAuditChecklist: async ({ claims, description }) => ({
      reportedP: null,
      verdicts: claims.map((claim) => {
        const { support, conflict, observable = true } = audit(claim, description.caption);
        return { claim, observable, support, conflict, unknown: 1 - support - conflict, severity: null, evidence: [] };
      }),
    }),
  };
}

describe('measurePair', () => {
  it('verifies both solutions on both images, each described once, and reads the premise step', async () => {
    const verifier = seeing((claim, caption) => (claim.includes(caption) ? { support: 1, conflict: 0 } : { support: 0, conflict: 0.9 }));
    const measured = await measurePair(buildPair(), { verifier, openImage });
    expect(verifier.described).toEqual(['images/p1-a.png', 'images/p1-b.png']);
    expect(measured.cells.map(({ image, premise, gated, raw, isContradicted }) => [image, premise, gated, raw, isContradicted])).toEqual([[0, 0, 0, 0, false], [0, 1, -0.9, 0, true], [1, 0, -0.9, 0, true], [1, 1, 0, 0, false]]);
    expect([orderPair(measured, 'gated').outcome, orderPair(measured, 'raw').outcome]).toEqual(['ordered', 'unseen']);
  });

  it('tells apart what cannot be seen and what failed', async () => {
    const blind = await measurePair(buildPair(), { verifier: seeing(() => ({ support: 0, conflict: 0, observable: false })), openImage });
    expect(orderPair(blind, 'gated').outcome).toBe('unseen');
    const failing = await measurePair(buildPair(), { verifier: { ...fakeVerifier(), doAuditChecklist: async () => { throw new Error('no answer'); } }, openImage });
    expect(failing.cells.map(({ gated, failure }) => [gated, failure])).toEqual(Array.from({ length: 4 }, () => [null, 'audit: no answer']));
    const missing = await measurePair(buildPair(), { verifier: fakeVerifier(), openImage: () => { throw new Error('no such file'); } });
    expect(missing.cells[0]?.failure).toContain('describe: no such file');
    expect(orderPair(missing, 'gated').outcome).toBe('unscored');
  });

  it('keeps the order of pairs', async () => {
    const ids: string[] = [];
    for await (const { id } of measurePairs([buildPair('x'), buildPair('y'), buildPair('z')], { verifier: fakeVerifier(), openImage, concurrency: 3 })) ids.push(id);
    expect(ids).toEqual(['x', 'y', 'z']);
  });
});
