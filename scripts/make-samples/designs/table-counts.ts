import { drawTable } from '../drawing/draw-table.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Fruit sold at the market stand', corner: 'Day', columns: ['Apples', 'Pears', 'Plums', 'Peaches'], rows: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], finish: 'grid' as const, ask: (row: string, a: string, b: string, c: string) => `How many more pieces of fruit did the stand sell on ${row} from the kinds ${a} and ${b} together than from the kind ${c}?` },
  { title: 'Visitors of the city museums', corner: 'Month', columns: ['Art', 'History', 'Science', 'Railway'], rows: ['April', 'May', 'June', 'July', 'August'], finish: 'rules' as const, ask: (row: string, a: string, b: string, c: string) => `In ${row}, by how many did the visitors of the ${a} and ${b} museums together exceed those of the ${c} museum?` },
];

/** A table of many columns: two cells of a row together against a third. */
export const tableCounts = designOver('table', topics, ({ title, corner, columns, rows, finish, ask }, { random, look }) => {
  const cells = rows.map(() => columns.map(() => random.whole(112, 389)));
  const row = random.whole(0, rows.length - 2);
  const [first, second, third] = random.sample([0, 1, 2, 3], 3) as [number, number, number];
  const cell = (column: number, line = row): number => cells[line]?.[column] ?? 0;
  const [day, a, b, c] = [rows[row] ?? '', columns[first] ?? '', columns[second] ?? '', columns[third] ?? ''];
  const off = random.pick([20, 30, 50]);
  return sealDraft({
    question: ask(day, a, b, c),
    drawings: [drawTable({ title, headers: [corner, ...columns], rows: rows.map((name, line) => [name, ...(cells[line] ?? []).map(String)]), finish }, look)],
    seen: { a: cell(first), b: cell(second), c: cell(third) },
    derive: ({ a, b, c }, slip) => {
      const sum = slip('sum', a + b);
      return { sum, gap: slip('gap', sum - c) };
    },
    answer: ({ gap }) => String(gap),
    mistakes: {
      misread: { see: { a: cell(first) + off } },
      swapped: { see: { a: cell(first, row + 1), b: cell(second, row + 1), c: cell(third, row + 1) } },
      slip: { slip: { gap: (gap) => gap + 10 } },
      lucky: { see: { a: cell(first) + off, c: cell(third) + off } },
    },
    voices: [
      [
        { say: (v) => `Reading the line for ${day}, the column ${a} has ${v.a}.`, see: (v) => `The cell for ${day} in the column '${a}' shows ${v.a}` },
        { say: (v) => `In the same line, ${b} has ${v.b}.`, see: (v) => `The cell for ${day} in the column '${b}' shows ${v.b}` },
        { say: (v) => `Together that is ${v.a} + ${v.b} = ${v.sum}.` },
        { say: (v) => `The column ${c} has ${v.c} for ${day}.`, see: (v) => `${day}, ${c}: ${v.c}` },
        { say: (v) => `The difference is ${v.sum} − ${v.c} = ${v.gap}.` },
      ],
      [
        { say: (v) => `For ${day} the table gives ${a} = ${v.a}, ${b} = ${v.b} and ${c} = ${v.c}.`, see: (v) => `${day}: ${a} ${v.a}, ${b} ${v.b}, ${c} ${v.c}` },
        { say: (v) => `Add the first two: $${v.a} + ${v.b} = ${v.sum}$.` },
        { say: (v) => `Subtract the third: $${v.sum} - ${v.c} = ${v.gap}$.` },
        { say: (v) => `The answer is ${v.gap}.` },
      ],
      [
        { say: (v) => `We need three numbers from the row "${day}". ${a} is ${v.a} and ${b} is ${v.b}, which makes ${v.sum} in all.`, see: (v) => `In the row ${day}, ${a} is ${v.a} and ${b} is ${v.b}` },
        { say: (v) => `${c} stands at ${v.c} in that row.`, see: (v) => `The row ${day} has ${v.c} under ${c}` },
        { say: (v) => `So the two together are ahead by ${v.sum} - ${v.c} = ${v.gap}.` },
      ],
    ],
  });
});
