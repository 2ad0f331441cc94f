import { describe, expect, it } from 'vitest';
import { readWordText } from '../../../../src/verifiers/builtin/ocr/word-text.js';

const spell = (text: string, probability = 1) => [...text].map((character, position) => ({ text: character, probability, position, others: [] as { text: string; probability: number }[] }));

describe('readWordText', () => {
  it('keeps look-alikes as other readings and never in the text', () => {
    const word = readWordText(spell('O5'));
    expect(word.text).toBe('O5');
    expect(word.alternatives).toContain('05');
    expect(word.alternatives).toContain('OS');
    expect(word.alternatives).not.toContain('O5');
  });

  it('offers the number that a word would be, digit by digit', () => {
    expect(readWordText(spell('lOO')).alternatives[0]).toBe('100');
  });

  it('puts what the network saw second before look-alikes', () => {
    const characters = spell('4B');
    characters[0]?.others.push({ text: '9', probability: 0.3 });
    expect(readWordText(characters).alternatives.slice(0, 2)).toEqual(['9B', '48']);
  });

  it('normalises full-width forms and averages confidence', () => {
    const word = readWordText([...spell('５', 0.5), ...spell('％', 1)]);
    expect(word.text).toBe('5%');
    expect(word.confidence).toBeCloseTo(0.75, 9);
  });
});
