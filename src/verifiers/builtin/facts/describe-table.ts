import { uniteBoxes } from './boxes.js';
import type { Cell } from './cell.js';
import type { Row } from './cut-rows.js';
import type { Table } from './detect-tables.js';
import { draftText, draftValue } from './draft.js';
import type { Draft } from './draft.js';
import { readCell } from './read-cell.js';

/** The constraints of a table: the whole, its title, headers and row labels, and every cell named by them. */
export function describeTable(table: Table): Draft[] {
  const { title, header, body } = table;
  const labels = body.map((row) => row[0] ?? null);
  if (header === null && labels.every((label) => label === null || readCell(label.text).kind !== 'text')) return describeNumberGrid(table);
  const corner = header?.[0] ?? null;
  return [
    draftWhole(table, 'table', header?.map(textOf) ?? null, labels.map(textOf)),
    ...draftTexts([title], 'title'),
    ...draftTexts(header ?? [], 'header'),
    ...draftTexts(labels, 'label'),
    ...body.flatMap((row) => row.slice(1).flatMap((cell, at) => {
      const subject = [row[0] ?? null, header?.[at + 1] ?? null, corner].filter((label) => label !== null);
      return cell === null || subject.length === 0 ? [] : [draftValue(cell, 'table-cell', subject.map(textOf))];
    })),
  ];
}

/** Numbers in rows and columns that no word names: each is named by its place, counted from 1. */
function describeNumberGrid(table: Table): Draft[] {
  return [
    draftWhole(table, 'number-grid', null, null),
    ...draftTexts([table.title], 'title'),
    ...table.body.flatMap((row, r) => row.flatMap((cell, c) => (cell === null ? [] : [draftValue(cell, 'table-cell', [`row ${r + 1}`, `column ${c + 1}`])]))),
  ];
}

function draftWhole(table: Table, kind: string, columns: string[] | null, rows: string[] | null): Draft {
  const cells = [...(table.header ?? []), ...table.body.flat()].filter((cell) => cell !== null);
  const size = `${table.body.length} rows and ${table.body[0]?.length ?? 0} columns`;
  return {
    type: 'structure', kind, columns, rows,
    summary: `A ${kind === 'table' ? 'table' : 'grid of numbers'} with ${size}${table.title === null ? '' : `, titled "${table.title.text}"`}.`,
    confidence: Math.min(...cells.map((cell) => cell.confidence)),
    places: [{ image: cells[0]?.place.image ?? 0, box: uniteBoxes(cells.map((cell) => cell.place.box)) }],
  };
}

const textOf = (cell: Cell | null): string => cell?.text ?? '';
const draftTexts = (row: Row, kind: 'title' | 'header' | 'label'): Draft[] => row.flatMap((cell) => (cell === null ? [] : [draftText(cell, kind)]));
