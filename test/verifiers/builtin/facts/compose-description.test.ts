import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { imageDescriptionSchema } from '../../../../src/schema/index.js';
import type { PrintedWord } from '../../../../src/schema/index.js';
import { composeDescription } from '../../../../src/verifiers/builtin/facts/compose-description.js';
import { drawPhrase, drawTable } from '../draw-words.js';

const describeOne = (words: PrintedWord[]) => composeDescription([{ words, width: 600, height: 400 }]);
const numbers = (words: PrintedWord[]) => describeOne(words).constraints.flatMap((one) => (one.type === 'numeric' ? [{ kind: one.kind, subject: one.subject, text: one.text, value: one.value, unit: one.unit }] : []));

describe('composeDescription', () => {
  it('describes no image as nothing', () => {
    expect(composeDescription([])).toEqual({ caption: 'No image.', keyFacts: [], uncertain: [], constraints: [], words: [], imageSizes: [] });
  });

  it('names table cells by row, column and corner', () => {
    expect(numbers(drawTable([['Price', 'Demand'], ['$885', '19,000'], ['$925', '16,000'], ['$965', '13,000']]))[0]).toEqual({ kind: 'table-cell', subject: ['$885', 'Demand', 'Price'], text: '19,000', value: 19000, unit: null });
  });

  it('reads prices with what they are per', () => {
    expect(numbers(drawTable([['catfish', '$9 per lb'], ['halibut', '$10 per lb'], ['gravel', '$1.62/kg']])).map(({ value, unit }) => [value, unit])).toEqual([[9, '$/lb'], [10, '$/lb'], [1.62, '$/kg']]);
  });

  it('keeps cells of words without a number', () => {
    expect(numbers(drawTable([['Planet', 'Volume', 'Made of'], ['Mars', '16', 'rock'], ['Saturn', '827', 'gas'], ['Neptune', '62', 'ice']])).filter((cell) => cell.value === null).map(({ subject, text }) => [subject[0], text])).toEqual([['Mars', 'rock'], ['Saturn', 'gas'], ['Neptune', 'ice']]);
  });

  it('reads a stem-and-leaf plot, also with glued or wide leaves and empty stems', () => {
    const words = [...drawPhrase('Scores', 60, 5), ...drawPhrase('Stem', 10, 30), ...drawPhrase('Leaf', 120, 30), ...drawPhrase('2', 14, 56), ...drawPhrase('7', 120, 56), ...drawPhrase('9', 150, 56), ...drawPhrase('3', 14, 82), ...drawPhrase('04', 120, 82), ...drawPhrase('4', 14, 108)];
    expect(numbers(words).map(({ subject, text, value }) => [subject[0], text, value])).toEqual([['stem 2', '7', 27], ['stem 2', '9', 29], ['stem 3', '0', 30], ['stem 3', '4', 34]]);
    expect(describeOne(words).constraints.find((one) => one.type === 'structure')).toMatchObject({ kind: 'stem-leaf', rows: ['2 | 7 9', '3 | 0 4', '4 |'] });
  });

  it('reads axes, categories and the numbers over bars', () => {
    const ticks = [0, 20, 40, 60].flatMap((value, at) => drawPhrase(String(value), value < 10 ? 38 : 30, 300 - 60 * at));
    const bars = [['North', 100, '42'], ['East', 200, '17'], ['West', 300, '55']].flatMap(([name, x, value]) => [...drawPhrase(String(name), Number(x), 330), ...drawPhrase(String(value), Number(x) + 10, 300 - 3 * Number(value) - 20)]);
    expect(numbers([...ticks, ...bars]).filter((one) => one.kind !== 'axis-tick').map(({ subject, value }) => [subject[0], value]).sort()).toEqual([['East', 17], ['North', 42], ['West', 55]]);
    expect(describeOne([...ticks, ...bars]).constraints).toContainEqual(expect.objectContaining({ type: 'structure', kind: 'y-axis', rows: ['0', '20', '40', '60'] }));
  });

  it('does not take the first column of a table for an axis', () => {
    expect(describeOne(drawTable([['Bunches', 'Balloons'], ['5', '25'], ['4', '20'], ['3', '15'], ['2', '10']])).constraints.some((one) => one.type === 'structure' && one.kind === 'y-axis')).toBe(false);
  });

  it('reads labelled values, points and free numbers of a drawing', () => {
    const words = [...drawPhrase('A', 10, 10), ...drawPhrase('B', 300, 10), ...drawPhrase('AB = 10', 120, 40), ...drawPhrase('45°', 200, 150), ...drawPhrase('Sat 11:42', 400, 250)];
    expect(numbers(words)).toEqual([
      { kind: 'label-value', subject: ['AB'], text: '10', value: 10, unit: null },
      { kind: 'free', subject: [], text: '45°', value: 45, unit: '°' },
    ]);
    expect(describeOne(words).constraints.filter((one) => one.type === 'text' && one.kind === 'point')).toHaveLength(2);
  });

  it('names a grid of numbers by rows and columns', () => {
    const words = [[7, 3, 7], [5, 5, 7], [9, 3, 1]].flatMap((row, r) => row.flatMap((value, c) => drawPhrase(String(value), 20 + 90 * c, 20 + 90 * r)));
    expect(numbers(words).map(({ subject, value }) => `${subject.join(' ')}: ${value}`)).toContain('row 2 column 3: 7');
  });

  it('keeps images apart and numbers constraints through', () => {
    const description = composeDescription([{ words: drawTable([['tea', '$1'], ['milk', '$2'], ['juice', '$3']]), width: 10, height: 10 }, { words: drawPhrase('x = 5', 0, 0, { image: 1 }), width: 20, height: 20 }]);
    expect(new Set(description.constraints.map((one) => one.id)).size).toBe(description.constraints.length);
    expect(description.constraints.at(-1)).toMatchObject({ subject: ['x'], places: [{ image: 1 }] });
    expect(description.imageSizes).toHaveLength(2);
  });

  it('names what is hard to read, and what it cannot see', () => {
    const { uncertain } = describeOne(drawPhrase('blur', 0, 0, { confidence: 0.4 }));
    expect(uncertain[0]).toBe('"blur" is hard to read (confidence 0.40).');
    expect(uncertain.at(-1)).toMatch(/cannot be seen/);
  });

  const word = fc.record({ text: fc.string({ minLength: 1, maxLength: 8 }), x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 300 }), width: fc.integer({ min: 0, max: 80 }), height: fc.integer({ min: 0, max: 30 }), confidence: fc.double({ min: 0, max: 1, noNaN: true }) });
  it('gives a valid description for any words, the same each time', () => {
    fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (made) => {
      const words = made.map(({ text, x, y, width, height, confidence }) => ({ text, alternatives: [], confidence, line: 0, place: { image: 0, box: { x, y, width, height } } }));
      const description = describeOne(words);
      expect(imageDescriptionSchema.parse(description)).toEqual(description);
      expect(describeOne(words)).toEqual(description);
    }), { numRuns: 200 });
  });
});
