import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeQuestion } from '../../../src/jobs/reward/normalize-question.js';
import { createProblemIndex } from '../../../src/jobs/reward/problem-index.js';

describe('createProblemIndex', () => {
  it('refuses an id that two problems have', () => {
    const index = createProblemIndex([{ id: 'a', question: 'x', images: [] }, { id: 'a', question: 'y', images: [] }]);
    expect(() => index.findById('a')).toThrow(/2 have it/);
    expect(index.findById('b')).toBeNull();
    expect(index.size).toBe(2);
  });

  it('never matches an empty question', () => {
    const index = createProblemIndex([{ id: 'a', question: '<image>', images: [] }]);
    expect(index.findByQuestion('')).toBeNull();
    expect(index.findByQuestion('<image>\n')).toBeNull();
  });

  it('finds every problem by its own wording, or says which others share it', () => {
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 12 }), (questions) => {
      const problems = questions.map((question, at) => ({ id: `p${at}`, question, images: [] }));
      const index = createProblemIndex(problems);
      for (const { id, question } of problems) {
        const twins = problems.filter((other) => normalizeQuestion(other.question) === normalizeQuestion(question));
        if (normalizeQuestion(question) === '') expect(index.findByQuestion(question)).toBeNull();
        else if (twins.length > 1) expect(() => index.findByQuestion(question)).toThrow(/Send the id/);
        else expect(index.findByQuestion(`<image>\n ${question.toUpperCase()}`.normalize('NFKC'))?.id ?? id).toBe(id);
      }
    }));
  });
});

describe('normalizeQuestion', () => {
  it.each(['<image>\nHow many?', '<|vision_start|><|image_pad|><|image_pad|><|vision_end|>How  many?', '<img><IMG_CONTEXT><IMG_CONTEXT></img>\nhow many?', 'Image-1: <image>\nHow many?', '<image 1>How many?'])('levels %s', (text) => expect(normalizeQuestion(text)).toBe('how many?'));
  it('is idempotent', () => fc.assert(fc.property(fc.string(), (text) => { expect(normalizeQuestion(normalizeQuestion(text))).toBe(normalizeQuestion(text)); })));
});
