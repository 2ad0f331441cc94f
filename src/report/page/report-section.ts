import type { Plot } from '../plots/plot.js';

/** How good the news is: decides a colour, never a figure. */
export type Tone = 'good' | 'bad' | 'unsure';

/** A table: the first column is text, the others are figures. */
export interface ReportTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What a section is made of, in reading order. All text is plain: the page escapes it. */
export type ReportBlock =
  | { kind: 'finding'; tone: Tone; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'notes'; lines: readonly string[] }
  | { kind: 'plot'; plot: Plot }
  | { kind: 'table'; table: ReportTable }
  | { kind: 'facts'; facts: readonly (readonly [name: string, value: string])[] };

/** A part of a report. Whatever has a result to show makes sections; the page knows only these. */
export interface ReportSection {
  title: string;
  /** 2 for a part of the report, 3 for a part of that. */
  level: 2 | 3;
  blocks: readonly ReportBlock[];
}
