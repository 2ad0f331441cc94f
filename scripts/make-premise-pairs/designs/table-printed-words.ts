import { drawTable } from '../../make-samples/drawing/draw-table.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { wordTableTopics } from '../topics/table-topics.js';

/** A word in a cell of a table. */
export const tablePrintedWords: PairDesign = {
  imageKind: 'table', factKind: 'printed-words',
  draft: (random, look) => {
    const { title, corner, column, rows, words } = random.pick(wordTableTopics);
    const at = random.whole(0, rows.length - 1);
    const [first, second, ...more] = random.shuffle(words);
    const facts = [first ?? '', second ?? ''] as const;
    // Other rows show both words, whichever stands in this one.
    const said = random.shuffle([...facts, ...more.slice(0, rows.length - 3)]);
    const inRow = (index: number): string => said[index > at ? index - 1 : index] ?? '';
    const numbers = rows.map(() => random.whole(2, 19));
    const row = rows[at] ?? '';
    const voice = random.whole(0, 2);
    const finish = random.pick(['grid', 'stripes', 'rules'] as const);
    return tellBoth(`What does the table say about ${row}, under ${column}?`, facts, (fact) => ({
      fact: `${row} / ${column}: ${fact}`,
      drawing: drawTable({ title, headers: [corner, column, 'Number'], rows: rows.map((name, index) => [name, index === at ? fact : inRow(index), String(numbers[index])]), finish, align: 'start' }, look),
      steps: [
        [{ text: `In the row ${row}, the column ${column} says ${fact}.`, see: `In the row ${row}, the ${column} is ${fact}` }, { text: `So the answer is ${fact}.` }],
        [{ text: `The table is read row by row.` }, { text: `${row} has the entry "${fact}".`, see: `${column} of ${row}: ${fact}` }, { text: `Answer: ${fact}.` }],
        [{ text: `For ${row} the ${column.toLowerCase()} is given as ${fact}.`, see: `The ${column} for ${row} is ${fact}` }, { text: `That is ${fact}.` }],
      ][voice] ?? [],
      answer: fact,
    }));
  },
};
