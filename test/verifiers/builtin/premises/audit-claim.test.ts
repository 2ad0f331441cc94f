import { describe, expect, it } from 'vitest';
import { composeDescription } from '../../../../src/verifiers/builtin/facts/compose-description.js';
import { auditClaim } from '../../../../src/verifiers/builtin/premises/audit-claim.js';
import { createLabelBook } from '../../../../src/verifiers/builtin/premises/label-book.js';
import type { LabelBook } from '../../../../src/verifiers/builtin/premises/label-book.js';
import type { PrintedWord } from '../../../../src/schema/index.js';
import { drawPhrase, drawTable } from '../draw-words.js';

const bookOf = (...images: PrintedWord[][]): LabelBook => createLabelBook(composeDescription(images.map((words) => ({ words, width: 800, height: 600 }))));

const apples = bookOf(drawTable([['Day', 'Number of apples'], ['Tuesday', '50'], ['Wednesday', '44'], ['Thursday', '41'], ['Friday', '45']], { title: 'Apples picked' }));
const classes = bookOf(drawTable([['Teacher', 'Boys', 'Girls'], ['Mr. Orange', '6', '4'], ['Ms. Brown', '18', '18'], ['Miss Black', '14', '6']]));
const prices = bookOf(drawTable([['bag of birdseed', '$9 per lb'], ['fish bowl', '$5'], ['crystal vase', '$464.00'], ['crystal sculpture', '$734.00'], ['Total', '$12.50'], ['Total taxes', '?']]));
const years = bookOf(drawTable([['Year', 'Games won'], ['2007', '13'], ['2008', '10'], ['2009', '20']]));
const shelves = bookOf(drawTable([['Number of shelves', 'Number of crayons'], ['1', '2'], ['2', '4'], ['3', '6'], ['4', '8']]));
const events = bookOf(drawTable([['Event', 'Begin', 'End'], ['dance performance', '10:15 A.M.', '12:45 P.M.'], ['choir concert', '12:55 P.M.', '2:40 P.M.'], ['award ceremony', '3:10 P.M.', '4:30 P.M.']]));
const planets = bookOf(drawTable([['Planet', 'Moons', 'Made of'], ['Mars', '2', 'rock'], ['Saturn', '83', 'gas'], ['Neptune', '14', 'ice']]));
const drawing = bookOf([...drawPhrase('AB = 10', 100, 10), ...drawPhrase('A', 10, 40), ...drawPhrase('B', 300, 40), ...drawPhrase('72°', 150, 120), ...drawPhrase('8 cm', 40, 200)]);
const stems = bookOf([...drawPhrase('Stem', 10, 30), ...drawPhrase('Leaf', 120, 30), ...drawPhrase('2', 14, 56), ...drawPhrase('7 9', 120, 56), ...drawPhrase('3', 14, 82), ...drawPhrase('0 4 4', 120, 82)]);
const grid = bookOf([[7, 3, 7], [5, 5, 7], [9, 3, 1]].flatMap((row, r) => row.flatMap((value, c) => drawPhrase(String(value), 20 + 90 * c, 20 + 90 * r))));
const riddle = bookOf([['?', '3', '7'], ['5', '5', '7'], ['9', '3', '1']].flatMap((row, r) => row.flatMap((text, c) => drawPhrase(text, 20 + 90 * c, 20 + 90 * r))));
const chart = bookOf([...[0, 20, 40, 60, 80].flatMap((value, at) => drawPhrase(String(value), value < 10 ? 38 : 30, 400 - 60 * at)), ...drawPhrase('North', 100, 430), ...drawPhrase('West', 300, 430), ...drawPhrase('70', 110, 170), ...drawPhrase('35', 305, 280)]);
const spins = bookOf(drawTable([['Number spun', 'Frequency'], ['1', '16'], ['2', '3'], ['3', '12'], ['16', '2']]));
const twoImages = bookOf(drawTable([['tea', '$1.10'], ['milk', '$2.20'], ['juice', '$3.30']]), drawTable([['bread', '$4.40'], ['jam', '$5.50'], ['rolls', '$6.60']], { image: 1 }));

type Stance = 'supported' | 'contradicted' | 'unknown';
const stanceOf = (claim: string, book: LabelBook): Stance => {
  const { observable, support, conflict } = auditClaim(claim, book);
  if (!observable) return 'unknown';
  return conflict > 0.5 ? 'contradicted' : support > 0.5 ? 'supported' : 'unknown';
};

const wind = bookOf([...drawPhrase('Gusts: 18 m/s', 100, 10), ...drawPhrase('Rotor: 22 rpm', 100, 40)]);

const cases: [string, LabelBook, Stance][] = [
  ['Gusts: 18 m/s', wind, 'supported'],
  ['The gusts reach 21 m/s', wind, 'contradicted'],
  ['The table shows 50 for Tuesday', apples, 'supported'],
  ['The table shows 51 for Tuesday', apples, 'contradicted'],
  ['Number of apples on Thursday is 41', apples, 'supported'],
  ['Number of apples on Thursday is 14', apples, 'contradicted'],
  ['Tuesday | 50', apples, 'supported'],
  ['Tuesday | 44', apples, 'contradicted'],
  ['tuesday: 50 apples', apples, 'supported'],
  ['On Wednesday, 44 apples were picked.', apples, 'supported'],
  ['On Wednesday, 54 apples were picked.', apples, 'contradicted'],
  ['{"Day": "Friday", "Number of apples": 45}', apples, 'supported'],
  ['{"Tuesday": 50, "Wednesday": 44}', apples, 'supported'],
  ['{"Tuesday": 44, "Wednesday": 50}', apples, 'contradicted'],
  ['Tuesday 50, Wednesday 44 and Thursday 41', apples, 'supported'],
  ['Tuesday 50, Wednesday 44 and Thursday 49', apples, 'contradicted'],
  ['Tuesday and Wednesday have 50 and 44 apples', apples, 'supported'],
  ['The values for Tuesday, Wednesday and Friday are 50, 44 and 40.', apples, 'contradicted'],
  ['The numbers in the table are 50, 44, 41, 45', apples, 'supported'],
  ['The numbers in the table are 50, 44, 47, 45', apples, 'contradicted'],
  ['The total is 180', apples, 'unknown'],
  ['The mean for Tuesday to Friday is 45', apples, 'unknown'],
  ['Tuesday has 6 more apples than Wednesday', apples, 'unknown'],
  ['Twice the apples of Tuesday is 100', apples, 'unknown'],
  ['If Tuesday had 60 apples', apples, 'unknown'],
  ['Tuesday does not have 60 apples', apples, 'unknown'],
  ['Tuesday has more than 40 apples', apples, 'unknown'],
  ['There are 4 numbers', apples, 'unknown'],
  ['Monday has 12 apples', apples, 'unknown'],
  ['Tuesday: 50 + 44 = 94', apples, 'unknown'],
  ['The bars are blue', apples, 'unknown'],
  ["The title reads 'Apples picked'", apples, 'supported'],
  ['The table is titled "Pears sold in May"', apples, 'contradicted'],
  ['The image shows the words "Number of apples"', apples, 'supported'],
  ["Mr. Orange's class has 6 boys", classes, 'supported'],
  ["Mr. Orange's class has 4 boys", classes, 'contradicted'],
  ["In Mr. Orange's class there are 6 boys and 4 girls", classes, 'supported'],
  ["In Mr. Orange's class there are 6 boys and 5 girls", classes, 'contradicted'],
  ['Ms. Brown | Girls | 18', classes, 'supported'],
  ['Girls (Miss Black): 7', classes, 'contradicted'],
  ['Mr. Orange has 6', classes, 'supported'],
  ['Mr. Orange has 10 students', classes, 'unknown'],
  ['bag of birdseed costs $9', prices, 'supported'],
  ['A bag of birdseed costs $8', prices, 'contradicted'],
  ['the cost of a fish bowl is $5.00', prices, 'supported'],
  ['Fish bowls cost $6 each', prices, 'contradicted'],
  ['The price of the birdseed bag is $9 per pound', prices, 'supported'],
  ['The crystal vase costs $734', prices, 'contradicted'],
  ['The crystal thing costs $1', prices, 'unknown'],
  ['Total: 12.50', prices, 'supported'],
  ['Total: $12.80', prices, 'contradicted'],
  ['Total taxes are $3.00', prices, 'unknown'],
  ['The fish bowl weighs 3 kg', prices, 'unknown'],
  ['2 fish bowls cost $10', prices, 'unknown'],
  ['In 2007, 13 games were won', years, 'supported'],
  ['In 2007, 20 games were won', years, 'contradicted'],
  ['2008 | 10', years, 'supported'],
  ['Games won (2009): 12', years, 'contradicted'],
  ['For 3 shelves there are 6 crayons', shelves, 'supported'],
  ['For 3 shelves there are 7 crayons', shelves, 'contradicted'],
  ['The dance performance begins at 10:15 A.M.', events, 'supported'],
  ['The dance performance begins at 10:45 a.m.', events, 'contradicted'],
  ['choir concert: 12:55 P.M. to 2:40 P.M.', events, 'supported'],
  ['Saturn is made of gas', planets, 'supported'],
  ['Saturn is made of ice', planets, 'contradicted'],
  ['Neptune has 14 moons', planets, 'supported'],
  ['AB = 10', drawing, 'supported'],
  ['AB = 5', drawing, 'contradicted'],
  ['$\\overline{AB} = 10$', drawing, 'supported'],
  ['angle ABC = 72°', drawing, 'unknown'],
  ['\\angle ABC = 70^\\circ', drawing, 'unknown'],
  ['Stem 2 has the leaves 7 and 9', stems, 'supported'],
  ['The row with stem 3 has the leaves 0, 4, 5', stems, 'contradicted'],
  ['stem 2 has the leaf 9 (29)', stems, 'supported'],
  ['The second row is [5, 5, 7]', grid, 'supported'],
  ['The second row is [5, 6, 7]', grid, 'contradicted'],
  ["The first row is ['?', 3, 7]", grid, 'supported'],
  ['The first row is [3, 3]', riddle, 'unknown'],
  ['The second row is [5, 6, 7]', riddle, 'contradicted'],
  ['In the second image, jam costs $5.50 and tea costs $1.10', twoImages, 'supported'],
  ['In the first image, jam costs $5.00', twoImages, 'unknown'],
  ['In image 2, jam costs $5.00', twoImages, 'contradicted'],
  ['rolls cost $6.00', twoImages, 'contradicted'],
  ['The y-axis goes from 0 to 80', chart, 'supported'],
  ['The y-axis goes from 0 to 100', chart, 'contradicted'],
  ['The y-axis goes from 0 to 60', chart, 'unknown'],
  ['80 is the largest number on the vertical axis', chart, 'supported'],
  ['The bar for North shows 70', chart, 'supported'],
  ['The bar for West is labelled 70', chart, 'contradicted'],
  ['The number 1 was spun 16 times and the number 2 was spun 3 times.', spins, 'supported'],
  ['The number 2 was spun 5 times', spins, 'contradicted'],
  ['', apples, 'unknown'],
  ['{{Tuesday}} is {{50}}', apples, 'supported'],
];

describe('auditClaim', () => {
  it.each(cases)('%s', (claim, book, stance) => {
    expect(stanceOf(claim, book)).toBe(stance);
  });

  it('has a table of at least sixty claims', () => expect(cases.length).toBeGreaterThanOrEqual(60));

  it('names the cell, the reading, and where the claimed value really stands', () => {
    const verdict = auditClaim('Tuesday 44', apples);
    expect(verdict.severity).toBe('high');
    expect(verdict.evidence).toEqual([{ stance: 'conflict', text: 'The cell Tuesday / Number of apples reads 50, not 44 (44 stands at Wednesday).', constraintId: expect.stringMatching(/^c\d+$/), places: [{ image: 0, box: expect.anything() }] }]);
  });

  it('points into the right image', () => {
    expect(auditClaim('jam costs $5.00', twoImages).evidence[0]?.places[0]?.image).toBe(1);
  });

  it('gives a printed value without an owner weak support that no gate sees', () => {
    expect(auditClaim('The angle at C is 72°', drawing)).toMatchObject({ observable: false, conflict: 0, severity: null, support: expect.closeTo(0.5, 1) });
  });

  it('does not contradict with a reading that is not sure, or that may be read as claimed', () => {
    const unsure = bookOf(drawTable([['tea', '$1'], ['milk', '$2'], ['juice', '$3']]).map((word) => (word.text === '$2' ? { ...word, confidence: 0.4 } : word)));
    expect(stanceOf('milk costs $3', unsure)).toBe('unknown');
    const either = bookOf(drawTable([['tea', '$1'], ['milk', '$2'], ['juice', '$3']]).map((word) => (word.text === '$2' ? { ...word, alternatives: ['$7'] } : word)));
    expect(stanceOf('milk costs $7', either)).toBe('unknown');
    expect(stanceOf('milk costs $8', either)).toBe('contradicted');
  });

  it('follows the constraints, and nothing else of the description', () => {
    const description = composeDescription([{ words: drawTable([['tea', '$1'], ['milk', '$2'], ['juice', '$3']]), width: 100, height: 100 }]);
    const corrupted = { ...description, constraints: description.constraints.map((one) => (one.type === 'numeric' && one.subject[0] === 'milk' ? { ...one, text: '$9', value: 9 } : one)) };
    expect(stanceOf('milk costs $2', createLabelBook(description))).toBe('supported');
    expect(stanceOf('milk costs $2', createLabelBook(corrupted))).toBe('contradicted');
  });
});
