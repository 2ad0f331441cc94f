import type { PairGroup, PremisePairReport } from '../../metrics/index.js';
import { wrapText } from '../../util/wrap-text.js';
import { percent, shareCells } from '../best-of-n/format-interval.js';
import { layOutRows } from '../best-of-n/lay-out-rows.js';
import type { Paint } from '../paint.js';

const MOST_FAILURES = 5;

/** The report on premise pairs for a terminal. */
export function formatPremisePairs({ overall, groups, level, failures }: PremisePairReport, { width, paint }: { width: number; paint: Paint }): string {
  const explained = [
    'Ordered: each image rewards its own premise above the other one, and each premise its own image. Wrong: a comparison the wrong way round.',
    'Undecided: none is wrong, some are ties. Unseen: all are ties and nothing is claimed. False alarms: true premises contradicted. Caught: false premises contradicted.',
  ];
  const tables = groups.filter((group) => group.groups.length >= 2).flatMap(({ by, groups: members }) => ['', paint.strong(`By ${by}:`), ...layOutTable(members)]);
  const lines = [
    paint.strong(`Premise pairs in %, ${percent(level).replace('.0', '')} % intervals clustered by pair:`),
    ...layOutTable([overall]),
    ...explained.flatMap((text) => wrapText(text, width - 2).map((line) => `  ${paint.faint(line)}`)),
    ...tables,
    ...(failures.length === 0 ? [] : ['', paint.strong('Not measured:'), ...failures.slice(0, MOST_FAILURES).map(({ reason, cells }) => `  ${cells} of ${4 * overall.pairs} cells: ${reason}`)]),
  ];
  return `${lines.join('\n')}\n`;
}

const header = ['', 'n', 'ordered', '', 'wrong', 'undec.', 'unseen', 'alarms', '', 'caught', 'no gate'];
const share = ({ mean }: { mean: number | null }): string => (mean === null ? '-' : percent(mean));

/** A row a group; pairs that were not measured stand in a column of their own where there are any. */
function layOutTable(groups: readonly PairGroup[]): string[] {
  const hasUnscored = groups.some(({ gated }) => (gated.unscored.mean ?? 0) > 0);
  return layOutRows([
    [...header, ...(hasUnscored ? ['unsc.'] : [])],
    ...groups.map(({ name, pairs, isNotObservable, gated, raw, falseAlarms, caught }) => (isNotObservable ? [name, String(pairs), 'not observable'] : [
      name, String(pairs), ...shareCells(gated.ordered), share(gated.wrong), share(gated.undecided), share(gated.unseen), ...shareCells(falseAlarms), share(caught), share(raw.ordered),
      ...(hasUnscored ? [share(gated.unscored)] : []),
    ])),
  ], { gap: 1 });
}
