/** A record of TabMWP, as published. */
export interface TableRecord {
  id: string;
  image: string;
  question: string;
  table: string;
  table_title: string | null;
  table_for_pd: Record<string, unknown>;
  solution: string;
}

/** A cell of the published table with the labels that name it. */
export interface TrueCell {
  row: string;
  /** Null in tables without headers. */
  column: string | null;
  corner: string | null;
  value: string;
  /** Other values of its column. */
  siblings: string[];
  /** Whether the row label alone names it: the only value of its row. */
  alone: boolean;
}

const valuePattern = /^\$?-?\d[\d,]*(?:\.\d+)?(?:\/| per\b|$|\s*%)|^\d{1,2}:\d{2}/;

export const isStemLeaf = (record: TableRecord): boolean => /^stem/i.test(record.table);

/** The rows of a stem-and-leaf plot. */
export function readStems(record: TableRecord): { stem: string; leaves: string[] }[] {
  return record.table.split('\n').slice(1).map((line) => line.split('|')).map(([stem, leaves]) => ({ stem: (stem ?? '').trim(), leaves: (leaves ?? '').match(/\d/g) ?? [] }));
}

/**
 * Every value of a table. Null for a table whose published text is not the printed one: it has lost its header row to
 * the title and has several columns, so that no cell can be named.
 */
export function readCells(record: TableRecord): TrueCell[] | null {
  const rows = record.table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const [first = [], ...others] = rows;
  const years = first.slice(1).every((cell) => /^(?:19|20)\d\d$/.test(cell)) && first.length > 2;
  const hasHeader = years || first.slice(1).every((cell) => !valuePattern.test(cell)) || first[0] === '';
  if (!hasHeader && first.length > 2) return null;
  const header = hasHeader ? first : null;
  const body = hasHeader ? others : rows;
  // A header over columns of which most rows leave cells out (a pay stub) names nothing.
  const sparse = body.some((row) => row.slice(1).some((cell) => cell === ''));
  return body.flatMap((row) => row.slice(1).flatMap((value, at): TrueCell[] => {
    if (!valuePattern.test(value)) return [];
    const siblings = body.map((other) => other[at + 1] ?? '').filter((other) => valuePattern.test(other) && other !== value);
    const named = header !== null && !sparse;
    return [{ row: row[0] ?? '', column: named ? (header[at + 1] ?? '') : null, corner: named ? (header[0] ?? '') : null, value, siblings, alone: row.slice(1).filter((cell) => cell !== '').length === 1 }];
  }));
}
