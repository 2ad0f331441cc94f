import type { PrintedWord } from '../../../schema/index.js';
import { cutPhrases } from './cut-phrases.js';
import { describeAxis } from './describe-axis.js';
import { describeChart } from './describe-chart.js';
import { describePhrase } from './describe-phrase.js';
import { describeStemLeaf, isStemLeaf } from './describe-stem-leaf.js';
import { describeTable } from './describe-table.js';
import { detectTables } from './detect-tables.js';
import type { Draft } from './draft.js';
import { findHorizontalAxis, findVerticalAxis } from './find-axes.js';
import type { Axis } from './find-axes.js';

/** Turns the words of one image into constraints: y axis and its chart first, then tables, then the x axis, then what is left. */
export function describeWords(words: readonly PrintedWord[]): Draft[] {
  const vertical = findVerticalAxis(words);
  const chart = vertical === null ? { drafts: [], rest: [...words] } : describeChart(vertical, without(words, vertical));
  const { tables, rest } = vertical === null ? detectTables(chart.rest) : { tables: [], rest: chart.rest };
  const horizontal = findHorizontalAxis(rest);
  return [
    ...(vertical === null ? [] : describeAxis(vertical)),
    ...chart.drafts,
    ...tables.flatMap((table) => (isStemLeaf(table) ? describeStemLeaf(table) : describeTable(table))),
    ...(horizontal === null ? [] : describeAxis(horizontal)),
    ...cutPhrases(horizontal === null ? rest : without(rest, horizontal)).map(describePhrase),
  ];
}

const without = (words: readonly PrintedWord[], axis: Axis): PrintedWord[] => words.filter((word) => !axis.ticks.includes(word));
