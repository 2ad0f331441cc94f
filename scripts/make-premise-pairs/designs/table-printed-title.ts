import { drawTable } from '../../make-samples/drawing/draw-table.js';
import { tellBoth, type PairDesign } from '../pair-design.js';
import { tableTopics } from '../topics/table-topics.js';

/** The title over a table: that of the table, or that of another one. */
export const tablePrintedTitle: PairDesign = {
  imageKind: 'table', factKind: 'printed-title',
  draft: (random, look) => {
    const [own, other] = random.sample(tableTopics, 2) as [(typeof tableTopics)[number], (typeof tableTopics)[number]];
    const { corner, columns, rows } = own;
    const cells = rows.map(() => columns.map(() => String(random.whole(13, 980))));
    const [finish, voice] = [random.pick(['grid', 'stripes', 'rules'] as const), random.whole(0, 2)];
    return tellBoth('What is this table about, by its title?', [own.title, other.title] as [string, string], (fact) => ({
      fact: `title: ${fact}`,
      drawing: drawTable({ title: fact, headers: [corner, ...columns], rows: rows.map((name, index) => [name, ...(cells[index] ?? [])]), finish }, look),
      steps: [
        [{ text: `The title reads "${fact}".`, see: `The title of the table is "${fact}"` }, { text: `So it is about: ${fact}.` }],
        [{ text: `Above the table stands the heading "${fact}".`, see: `The heading reads "${fact}"` }, { text: `That is what it is about.` }],
        [{ text: `The table is titled '${fact}'.`, see: `The table is titled '${fact}'` }, { text: `The rows and columns belong to that.` }],
      ][voice] ?? [],
      answer: fact,
    }));
  },
};
