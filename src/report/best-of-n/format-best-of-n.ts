import type { BestOfNReport } from '../../metrics/index.js';
import { wrapText } from '../../util/wrap-text.js';
import type { Paint } from '../paint.js';
import { explainCounts } from './explain-counts.js';
import { formatHeadline } from './format-headline.js';
import { formatComparison, formatCurve, formatGroups, formatPublished, formatScorings } from './format-tables.js';

/** The report of Best-of-N for a terminal. Every block begins with a line that says what it shows. */
export function formatBestOfN(report: BestOfNReport, { width, paint, compared = 'the other file' }: { width: number; paint: Paint; compared?: string | undefined }): string {
  const notes = explainCounts(report);
  const blocks = [
    report.protocol === null ? [] : [`Rule of ${report.protocol.name}:`, ...indentText(`${report.protocol.rule}. Source: ${report.protocol.source}.`, width)],
    formatHeadline(report),
    formatCurve(report),
    formatScorings(report),
    formatGroups(report),
    formatComparison(report, compared),
    formatPublished(report),
    notes.length === 0 ? [] : ['What to know about these figures:', ...notes.flatMap((note) => indentText(note, width))],
  ];
  return `${blocks.filter((block) => block.length > 0).map(([title = '', ...lines]) => [paint.strong(title), ...lines].join('\n')).join('\n\n')}\n`;
}

function indentText(text: string, width: number): string[] {
  return wrapText(text, width - 4).map((line, part) => (part === 0 ? `  ${line}` : `    ${line}`));
}
