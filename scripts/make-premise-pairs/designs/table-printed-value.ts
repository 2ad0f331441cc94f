import { drawTable } from '../../make-samples/drawing/draw-table.js';
import { alterNumber } from '../alter-number.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { tableTopics } from '../topics/table-topics.js';

/** A number in a cell of a table. */
export const tablePrintedValue: PairDesign = {
  imageKind: 'table', factKind: 'printed-value',
  draft: (random, look) => {
    const { title, corner, columns, rows } = random.pick(tableTopics);
    const [from, to] = random.pick([[11, 98], [105, 989], [1005, 9890]] as const);
    const cells = rows.map(() => columns.map(() => random.whole(from, to)));
    const [at, under] = [random.whole(0, rows.length - 1), random.whole(0, columns.length - 1)];
    const [row, column] = [rows[at] ?? '', columns[under] ?? ''];
    const value = cells[at]?.[under] ?? 0;
    const others = cells.flatMap((line, index) => (index === at ? [] : [line[under] ?? 0])).concat((cells[at] ?? []).filter((_, index) => index !== under));
    const more = random.whole(2, 40);
    const [finish, align, voice] = [random.pick(['grid', 'stripes', 'rules'] as const), random.pick(['start', 'middle'] as const), random.whole(0, 4)];
    return tellBoth(`How many would the entry for ${row} under ${column} be if it grew by ${more}?`, [value, alterNumber(value, { from, to, others }, random)], (fact) => ({
      fact: `${row} / ${column}: ${fact}`,
      drawing: drawTable({ title, headers: [corner, ...columns], rows: rows.map((name, index) => [name, ...(cells[index] ?? []).map((cell, place) => String(index === at && place === under ? fact : cell))]), finish, align }, look),
      steps: [
        [
          { text: `The row ${row} has ${fact} under ${column}.`, see: `The row ${row} has ${fact} under ${column}` },
          { text: `With ${more} more that is ${fact} + ${more} = ${fact + more}.` },
        ],
        [
          { text: `First find the row and the column that the question names.` },
          { text: `In the column "${column}", the entry of ${row} is ${fact}.`, see: `${row}, ${column}: ${fact}` },
          { text: `$${fact} + ${more} = ${fact + more}$` },
        ],
        [
          { text: `According to the table, ${column} for ${row} is ${fact}.`, see: `According to the table, ${column} for ${row} is ${fact}.` },
          { text: `Adding ${more} gives ${fact + more}.` },
        ],
        [
          { text: `I look at the cell where ${row} meets ${column}: it reads ${fact}.`, see: `The cell for ${row} in the column '${column}' shows ${fact}` },
          { text: `The entry grows to ${fact} + ${more} = ${fact + more}.` },
        ],
        [
          { text: `${column} stands at ${fact} in the row of ${row}.`, see: `${column} is ${fact} for ${row}` },
          { text: `So the new entry is ${fact + more}, as ${fact} + ${more} = ${fact + more}.` },
        ],
      ][voice] ?? [],
      answer: String(fact + more),
    }));
  },
};
