import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { detectTables } from '../../../../src/verifiers/builtin/facts/detect-tables.js';
import type { PrintedWord } from '../../../../src/schema/index.js';
import { drawPhrase, drawTable } from '../draw-words.js';

const read = (words: PrintedWord[]) => {
  const { tables, rest } = detectTables(words);
  return { rest: rest.map((word) => word.text), tables: tables.map(({ title, header, body }) => ({
    title: title?.text ?? null, header: header?.map((cell) => cell?.text ?? null) ?? null, body: body.map((row) => row.map((cell) => cell?.text ?? null)),
  })) };
};

describe('detectTables', () => {
  it('reads a title, a header and rows', () => {
    expect(read(drawTable([['Day', 'Number of apples'], ['Tuesday', '50'], ['Wednesday', '44'], ['Thursday', '41']], { title: 'Apples picked' }))).toEqual({
      rest: [], tables: [{ title: 'Apples picked', header: ['Day', 'Number of apples'], body: [['Tuesday', '50'], ['Wednesday', '44'], ['Thursday', '41']] }],
    });
  });

  it.each(['left', 'centre', 'right'] as const)('reads columns set %s', (align) => {
    const rows = [['Teacher', 'Boys', 'Girls'], ['Mr. Burgundy', '8', '11'], ['Ms. Brown', '18', '18'], ['Miss Black', '14', '6']];
    expect(read(drawTable(rows, { align })).tables).toEqual([{ title: null, header: rows[0], body: rows.slice(1) }]);
  });

  it('does not take words of a label for columns', () => {
    const rows = [['bag of birdseed', '$9'], ['dog bowl', '$9'], ['box of dog biscuits', '$2'], ['hamster wheel', '$3']];
    expect(read(drawTable(rows)).tables).toEqual([{ title: null, header: null, body: rows }]);
  });

  it('keeps a narrow column gap beside a wide one', () => {
    const rows = [['Event', 'Begin', 'End'], ['drumming performance', '10:15 A.M.', '12:45 P.M.'], ['concert', '2:50 P.M.', '3:50 P.M.'], ['speech', '4:20 P.M.', '6:00 P.M.']];
    expect(read(drawTable(rows, { align: 'centre', padding: 7 })).tables).toEqual([{ title: null, header: rows[0], body: rows.slice(1) }]);
  });

  it('keeps empty cells empty', () => {
    const rows = [['Total earnings', '', '$2,100.00'], ['Federal tax', '$295.00', ''], ['State tax', '$121.59', '$8.00']];
    expect(read(drawTable(rows)).tables[0]?.body).toEqual([['Total earnings', null, '$2,100.00'], ['Federal tax', '$295.00', null], ['State tax', '$121.59', '$8.00']]);
  });

  it('takes years and an empty corner for headers', () => {
    expect(read(drawTable([['Country', '1996', '2006'], ['Germany', '12', '20'], ['Canada', '10', '11']])).tables[0]?.header).toEqual(['Country', '1996', '2006']);
    expect(read(drawTable([['', '1 passenger', '2 passengers'], ['Blue', '6', '4'], ['Yellow', '3', '5']])).tables[0]?.header).toEqual([null, '1 passenger', '2 passengers']);
  });

  it('joins a header of two lines', () => {
    const words = [...drawTable([['Number of', 'Number of'], ['shelves', 'crayons']], { rowPitch: 17 }), ...drawTable([['1', '2'], ['2', '4'], ['3', '6']], { y: 56, padding: 90, x: 40 })];
    expect(read(words).tables[0]).toEqual({ title: null, header: ['Number of shelves', 'Number of crayons'], body: [['1', '2'], ['2', '4'], ['3', '6']] });
  });

  it('joins a label that wraps', () => {
    const words = [...drawPhrase('oatmeal raisin', 10, 10), ...drawPhrase('cookie dough', 10, 25), ...drawPhrase('$7', 200, 10), ...drawPhrase('salmon', 10, 60), ...drawPhrase('$4', 200, 60), ...drawPhrase('trout', 10, 95), ...drawPhrase('$6', 200, 95)];
    expect(read(words).tables[0]?.body).toEqual([['oatmeal raisin cookie dough', '$7'], ['salmon', '$4'], ['trout', '$6']]);
  });

  it('finds two tables one above the other', () => {
    const first = [['tea', '$1'], ['milk', '$2'], ['juice', '$3']];
    const second = [['Name', 'Age', 'Height'], ['Ann', '12', '150'], ['Bob', '14', '160']];
    expect(read([...drawTable(first), ...drawTable(second, { y: 260 })]).tables.map((table) => [table.header, table.body])).toEqual([[null, first], [second[0], second.slice(1)]]);
  });

  it('sees no table in running text', () => {
    const words = ['The quick brown fox jumps over the lazy dog and', 'then it runs away from the dog that was not so', 'lazy after all because it had slept the whole day'].flatMap((line, at) => drawPhrase(line, 10, 10 + 20 * at));
    expect(read(words).tables).toEqual([]);
  });

  it('sees no table in the letters and numbers of a drawing', () => {
    const words = [...drawPhrase('A', 10, 10), ...drawPhrase('12', 100, 14), ...drawPhrase('B', 200, 10), ...drawPhrase('16', 4, 90), ...drawPhrase('D', 10, 180), ...drawPhrase('15', 100, 184), ...drawPhrase('C', 200, 180)];
    expect(read(words)).toMatchObject({ tables: [] });
  });

  it('leaves out bits of a border that were read as marks', () => {
    const words = [...drawTable([['Month', 'Cars'], ['November', '268'], ['December', '286'], ['January', '289'], ['March', '270']], { x: 60 }), ...drawPhrase(')', 2, 36), ...drawPhrase('D', 2, 88)];
    expect(read(words).tables[0]?.body).toEqual([['November', '268'], ['December', '286'], ['January', '289'], ['March', '270']]);
  });

  it('settles a letter among numbers by its other readings', () => {
    const words = drawTable([['Score', 'Frequency'], ['6', '3'], ['7', '14'], ['9', 'o']]).map((word) => (word.text === 'o' ? { ...word, alternatives: ['0'] } : word));
    expect(read(words).tables[0]?.body.at(-1)).toEqual(['9', '0']);
  });

  const label = fc.constantFrom('Tuesday', 'red kazoo', 'Mr. Smith', 'map of the world', 'Linden Park', 'corn', 'Great Britain', 'pair of boots');
  const value = fc.oneof(fc.integer({ min: 0, max: 9999 }).map(String), fc.integer({ min: 0, max: 9999 }).map((cents) => `$${(cents / 100).toFixed(2)}`));
  const table = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.tuple(label, fc.array(value, { minLength: columns, maxLength: columns })), { minLength: 3, maxLength: 9 }));
  it('reads back every table it is shown, in any order of words', () => {
    fc.assert(fc.property(table, fc.constantFrom('left', 'centre', 'right'), fc.infiniteStream(fc.nat()), (rows, align, order) => {
      const texts = [['Name', ...(rows[0]?.[1] ?? []).map((_, at) => `Group ${'ABCD'[at]}`)], ...rows.map(([name, values]) => [name, ...values])];
      const words = drawTable(texts, { align, title: 'Survey' });
      const shuffled = words.map((word) => ({ word, key: order.next().value as number })).sort((a, b) => a.key - b.key).map(({ word }) => word);
      expect(read(shuffled).tables).toEqual([{ title: 'Survey', header: texts[0], body: texts.slice(1) }]);
    }), { numRuns: 60 });
  });
});
