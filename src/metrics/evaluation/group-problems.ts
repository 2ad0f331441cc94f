import { UsageError } from '../../errors/index.js';
import type { BestOfNTable } from './best-of-n-table.js';
import { columns } from './columns.js';

/** Names of the labels that say how hard a problem is, best first. */
const DIFFICULTY_LABELS = ['difficulty', 'level'];
const SHOWN_LABELS = 8;

/**
 * Sorts the problems of an evaluation into groups by name: `datasource`, `difficulty` (a label of that name or `level`; without
 * one, by the share of right candidates), or any label of the records.
 * @throws UsageError where no problem has the label.
 */
export function groupProblems(table: BestOfNTable, by: string): Map<string, number[]> {
  const nameOf = chooseNaming(table, by);
  const groups = new Map<string, number[]>();
  for (const row of table.problems.keys()) {
    const name = nameOf(row);
    const rows = groups.get(name);
    if (rows === undefined) groups.set(name, [row]);
    else rows.push(row);
  }
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
}

function chooseNaming(table: BestOfNTable, by: string): (row: number) => string {
  const { problems } = table;
  if (by === 'datasource' || by === 'source') return (row) => problems[row]?.source ?? '(no source)';
  const has = (name: string): boolean => problems.some(({ labels }) => name in labels);
  const label = by === 'difficulty' ? DIFFICULTY_LABELS.find(has) : by;
  if (label === undefined) {
    const single = table.sample().column(columns.single);
    return (row) => nameShare(single[row] as number);
  }
  if (problems.length > 0 && !has(label)) {
    const known = [...new Set(problems.slice(0, 1000).flatMap(({ labels }) => Object.keys(labels)))].slice(0, SHOWN_LABELS);
    throw new UsageError(`Expected \`--by\` to be datasource, difficulty or a label of the problems (${known.join(', ') || 'they have none'}), got \`${by}\``);
  }
  return (row) => problems[row]?.labels[label] ?? `(no ${label})`;
}

/** Where all or no candidates are right, no selection matters. The numbers keep the order. */
function nameShare(right: number): string {
  if (right === 0) return '0: no candidate right';
  if (right === 1) return '4: all right';
  return right <= 1 / 3 ? '1: up to a third right' : right <= 2 / 3 ? '2: up to two thirds' : '3: more than two thirds';
}
