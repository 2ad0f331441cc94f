import { describe, expect, it } from 'vitest';
import { composeDescription } from '../../../../src/verifiers/builtin/facts/compose-description.js';
import { createLabelBook } from '../../../../src/verifiers/builtin/premises/label-book.js';
import { normaliseClaim } from '../../../../src/verifiers/builtin/premises/normalise-claim.js';
import { parseClaim } from '../../../../src/verifiers/builtin/premises/parse-claim.js';
import { splitSentences } from '../../../../src/verifiers/builtin/premises/split-sentences.js';
import { stemWord } from '../../../../src/verifiers/builtin/premises/stem-word.js';
import { compareWords } from '../../../../src/verifiers/builtin/premises/compare-words.js';
import { drawTable } from '../draw-words.js';

const book = createLabelBook(composeDescription([{ words: drawTable([['Year', 'Boys', 'Girls'], ['2007', '6', '4'], ['2008', '18', '2007'], ['2009', '14', '6']]), width: 500, height: 300 }]));
const parse = (claim: string) => parseClaim(normaliseClaim(claim), book).map(({ values, own, derived, unexplained }) => ({
  values: values.map((value) => value.text), own: own.filter((mention) => mention.full).map((mention) => mention.label.text), derived, unexplained,
}));

describe('parseClaim', () => {
  it('cuts a claim into one assertion a value', () => {
    expect(parse('In 2008 there were 18 boys and 5 girls').map(({ values, own }) => [values, own])).toEqual([[['18'], ['2008', 'Boys']], [['5'], ['Girls']]]);
  });

  it('joins values without words of their own to a list', () => {
    expect(parse('The numbers of Boys are 6, 18 and 14')).toMatchObject([{ values: ['6', '18', '14'], own: ['Boys'] }]);
  });

  it('tells a number that names a row from one that is read off', () => {
    expect(parse('2007: 6 boys')[0]).toMatchObject({ values: ['6'], own: ['2007', 'Boys'] });
    expect(parse('In the year 2008, 2007 girls')).toMatchObject([{ values: ['2007'] }]);
  });

  it.each(['6 + 4 = 10', 'more than 6 boys', 'if there were 6 boys', 'not 6 boys', 'the total is 10', 'Are there 6 boys?', '$6 \\times 4$'])('sees that "%s" is no plain reading', (claim) => {
    expect(parse(claim).every((assertion) => assertion.derived)).toBe(true);
  });

  it('names the words that it does not understand', () => expect(parse('The purple elephants in 2007 had 6 boys')[0]?.unexplained).toEqual(['purple', 'elephant']));
});

describe('normaliseClaim', () => {
  it.each([
    ['$\\angle ABC = 72^\\circ$', '∠ABC = 72°'],
    ['\\overline{AB} = \\text{10 cm}', 'AB = 10 cm'],
    ['{"Day": "Tuesday", "Apples": 50}', 'Day: Tuesday, Apples: 50'],
    ['The second row is [1, 2]', 'The row 2 is [1, 2]'],
    ['\u202eＴｕｅｓｄａｙ\u202c\u0007 ５０', 'Tuesday 50'],
    ['costs $5 or $6', 'costs $5 or $6'],
  ])('%s', (claim, plain) => expect(normaliseClaim(claim)).toBe(plain));
});

describe('words and sentences', () => {
  it('keeps abbreviations, initials and decimals whole', () => {
    expect(splitSentences('Mr. Orange has 1.5 kg. At 10:15 A.M. it rains! Then\nmore; end')).toEqual(['Mr. Orange has 1.5 kg.', 'At 10:15 A.M. it rains!', 'Then', 'more', 'end']);
  });

  it.each([['Tuesdays', 'tuesday'], ["Orange's", 'orange'], ['boxes', 'box'], ['berries', 'berry'], ['class', 'class'], ['gas', 'gas'], ['T-shirt', 't-shirt'], ['A.M.', 'am'], ['10', '10']])('stems %s', (word, stem) => expect(stemWord(word)).toBe(stem));

  it('forgives a misread letter, but never a digit, a short word, or a word that is printed elsewhere', () => {
    const none = new Set<string>();
    expect(compareWords('hawaiian', 'hawaian', none)).toBe('close');
    expect(compareWords('isaac', 'lsaac', none)).toBe('exact');
    expect(compareWords('2007', '2008', none)).toBeNull();
    expect(compareWords('cat', 'bat', none)).toBeNull();
    expect(compareWords('june', 'july', none)).toBeNull();
    expect(compareWords('block', 'black', new Set(['block']))).toBeNull();
  });
});
