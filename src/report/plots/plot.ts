import type { EChartsCoreOption } from 'echarts/core';

/** A plot that can be drawn at any width. */
export interface Plot {
  /** Its name in files and on a page: kebab-case, unique in a report. */
  name: string;
  title: string;
  /** What it shows, in words, for a reader who does not see it. */
  alt: string;
  /** What is counted, how many of them, and what the marks mean. */
  caption: string;
  height: number;
  /** @param width in pixels: 320 and up. */
  draw: (width: number) => EChartsCoreOption;
}
