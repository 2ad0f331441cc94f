import { describe, expect, it, vi } from 'vitest';
import { ImageError } from '../../../src/errors/index.js';
import type { ImageSource } from '../../../src/images/image-source.js';
import { imageDescriptionSchema } from '../../../src/schema/index.js';
import type { Solution } from '../../../src/schema/index.js';
import { createBuiltinVerifier } from '../../../src/verifiers/builtin/create-builtin-verifier.js';
import type { OcrReader } from '../../../src/verifiers/builtin/ocr/ocr-reader.js';
import { drawTable } from './draw-words.js';

const imageOf = (ref: string): ImageSource => ({ ref, sha256: async () => ref, bytes: async () => new Uint8Array() });
const tables: Record<string, string[][]> = { drinks: [['tea', '$1.10'], ['milk', '$2.20'], ['juice', '$3.30']], food: [['bread', '$4.40'], ['jam', '$5.50'], ['rolls', '$6.60']] };

/** A reader that sees the tables above, by the name of the image. */
function createFakeReader(): OcrReader & { close: ReturnType<typeof vi.fn<() => Promise<void>>> } {
  return {
    read: async ({ ref }, { imageIndex = 0 } = {}) => {
      const rows = tables[ref];
      if (rows === undefined) throw new ImageError(`Image \`${ref}\`: expected an image.`);
      return { width: 300, height: 200, notes: [], words: drawTable(rows, { image: imageIndex }) };
    },
    close: vi.fn<() => Promise<void>>(async () => {}),
  };
}

const problem = { id: 'p', question: 'How much are tea and jam?' };
const solution = (...texts: string[]): Solution => ({ steps: texts.map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' });

describe('createBuiltinVerifier', () => {
  it('describes several images as one, each constraint in its image', async () => {
    const verifier = createBuiltinVerifier({ reader: createFakeReader() });
    const description = await verifier.doDescribeImages({ images: [imageOf('drinks'), imageOf('food')], problem });
    expect(imageDescriptionSchema.parse(description)).toEqual(description);
    expect(description.imageSizes).toHaveLength(2);
    const { verdicts, reportedP } = await verifier.doAuditChecklist({ problem, description, claims: ['tea costs $1.10', 'jam costs $9.90', 'the cup is red'] });
    expect(reportedP).toBeNull();
    expect(verdicts.map(({ claim, observable, conflict }) => [claim, observable, conflict > 0.5])).toEqual([['tea costs $1.10', true, false], ['jam costs $9.90', true, true], ['the cup is red', false, false]]);
    expect(verdicts[1]?.evidence[0]?.places[0]?.image).toBe(1);
  });

  it('describes no images without a reader, and then nothing is observable', async () => {
    const verifier = createBuiltinVerifier();
    const description = await verifier.doDescribeImages({ images: [], problem });
    expect(description.constraints).toEqual([]);
    const { verdicts } = await verifier.doAuditChecklist({ problem, description, claims: ['tea costs $1.10'] });
    expect(verdicts).toMatchObject([{ observable: false, unknown: 1, severity: null }]);
    await verifier.close();
  });

  it('throws the error of an image that cannot be read', async () => {
    const verifier = createBuiltinVerifier({ reader: createFakeReader() });
    await expect(verifier.doDescribeImages({ images: [imageOf('drinks'), imageOf('broken')], problem })).rejects.toThrow(ImageError);
  });

  it('extracts premises, judges steps, and closes its reader', async () => {
    const reader = createFakeReader();
    const verifier = createBuiltinVerifier({ reader });
    const steps = solution('The price of tea is $1.10.', '1.10 + 5.50 = 6.60', '1.10 + 5.50 = 7.60', 'Fine.');
    expect(await verifier.doExtractChecklist({ problem, solution: steps })).toEqual([{ claim: 'The price of tea is $1.10.', steps: [0], origin: 'extracted' }]);
    const judged = await verifier.doJudgeSteps({ problem, images: [], description: null, solution: steps });
    expect(judged.map((one) => (one.status === 'scored' ? one.probability > 0.5 : one.status))).toEqual(['no-evidence', true, false, 'no-evidence']);
    await verifier.close();
    expect(reader.close).toHaveBeenCalledOnce();
  });

  it('says what it is', () => {
    expect(createBuiltinVerifier()).toMatchObject({ id: 'builtin/1', descriptionDependsOnQuestion: false, blindSpots: expect.stringContaining('cannot see') });
  });
});
