import { describe, expect, it } from 'vitest';
import { nativeItems } from '../../../src/server/protocols/native-body.js';
import type { RewardDesk } from '../../../src/server/reward-desk.js';
import { refuseMissingImages } from '../../../src/jobs/reward/refuse-missing-images.js';

describe('refuseMissingImages', () => {
  it.each(['<image>What?', 'Look: <|vision_start|><|image_pad|><|vision_end|>', '<img></img> which?', 'see [IMG]', '<image 2> and?'])('refuses %j without images, and takes it with one', (question) => {
    expect(() => refuseMissingImages(question, [])).toThrow('Expected images');
    expect(() => refuseMissingImages(question, ['a.png'])).not.toThrow();
  });

  it.each(['Is 2 < 3 in the image?', 'x <imaginary> y', '', 'an image'])('takes %j as text', (question) => {
    expect(() => refuseMissingImages(question, [])).not.toThrow();
  });

  it('holds for the native routes, where a question may bring its images or not', () => {
    const desk = { options: { maxImages: 4 }, problems: undefined } as unknown as RewardDesk;
    expect(() => nativeItems({ question: '<image>What?', responses: ['x'] }, desk)).toThrow('Expected images');
    expect(nativeItems({ question: '<image>What?', images: ['a.png'], responses: ['x'] }, desk)).toHaveLength(1);
  });
});
