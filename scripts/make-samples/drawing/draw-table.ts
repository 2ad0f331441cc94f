import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { guessWidth, line, rectangle, sheet, text } from './svg-elements.js';

export interface TableContent {
  title: string;
  /** Column headers; left out for a plain list. */
  headers?: string[];
  rows: string[][];
  /** `grid`: all lines; `stripes`: shaded rows; `rules`: lines above and below only. */
  finish: 'grid' | 'stripes' | 'rules';
  /** How all columns but the first are set; centred by default. */
  align?: 'start' | 'middle';
}

const size = 17;
const rowHeight = 36;
const margin = 24;
const titleHeight = 52;

/** Draws a table with a title: the first column to the left, the others as `align` says. */
export function drawTable({ title, headers, rows, finish, align = 'middle' }: TableContent, look: Look): Drawing {
  const lines = headers ? [headers, ...rows] : rows;
  const widths = fitColumns(lines, title);
  const inner = widths.reduce((sum, width) => sum + width, 0);
  const bottom = titleHeight + lines.length * rowHeight;
  const left = (column: number): number => margin + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const isStart = (column: number): boolean => column === 0 || align === 'start';
  const drawRow = (cells: string[], row: number): string[] => {
    const y = titleHeight + row * rowHeight;
    const isHeader = headers !== undefined && row === 0;
    const isShaded = isHeader || (finish === 'stripes' && row % 2 === 0);
    const back = isShaded ? [rectangle({ x: margin, y }, inner, rowHeight, { fill: isHeader && finish !== 'rules' ? look.accent : look.tint })] : [];
    const fill = isHeader && finish !== 'rules' ? '#ffffff' : look.ink;
    return [...back, ...cells.map((cell, column) => text(
      { x: isStart(column) ? left(column) + 14 : left(column) + (widths[column] ?? 0) / 2, y: y + rowHeight / 2 + size * 0.36 },
      cell, { size, fill, anchor: isStart(column) ? 'start' : 'middle', ...(isHeader && { weight: 600 }) },
    ))];
  };
  const across = (row: number, stroke: string, width: number): string =>
    line({ x: margin, y: titleHeight + row * rowHeight }, { x: margin + inner, y: titleHeight + row * rowHeight }, stroke, width);
  const rules = finish === 'rules'
    ? [across(0, look.ink, 2), ...(headers ? [across(1, look.ink, 1)] : []), across(lines.length, look.ink, 2)]
    : lines.flatMap((_, row) => [across(row, look.line, 1)]).concat(across(lines.length, look.line, 1));
  const columns = finish === 'grid'
    ? [...widths.keys(), widths.length].map((column) => line({ x: left(column), y: titleHeight }, { x: left(column), y: bottom }, look.line, 1))
    : [];
  const heading = text({ x: margin + inner / 2, y: 36 }, title, { size: 20, weight: 700, anchor: 'middle' });
  return sheet(Math.ceil(inner + 2 * margin), bottom + margin, look, [heading, ...lines.flatMap(drawRow), ...rules, ...columns]);
}

/** Column widths that hold their cells, widened together to hold the title and at least 400 pixels. */
function fitColumns(lines: readonly string[][], title: string): number[] {
  const columns = lines[0] ?? [];
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => guessWidth(cells[column] ?? '', size))) + 34);
  const needed = Math.max(400 - 2 * margin, guessWidth(title, 20) + 8);
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => width + Math.max(0, needed - sum) / widths.length);
}
