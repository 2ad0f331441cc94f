import { drawBarChart } from '../../make-samples/drawing/draw-bar-chart.js';
import { drawLineChart } from '../../make-samples/drawing/draw-line-chart.js';
import { draftPlot } from '../draft-plot.js';
import type { PairDesign } from '../pair-design.js';

/** A number printed over a bar, or over a dot of a line. */
export const barPrintedValue: PairDesign = { imageKind: 'bar-chart', factKind: 'printed-value', draft: (random, look) => draftPlot(random, look, true, drawBarChart) };
export const linePrintedValue: PairDesign = { imageKind: 'line-chart', factKind: 'printed-value', draft: (random, look) => draftPlot(random, look, true, drawLineChart) };

/** The height of a bar, or of a dot, that no number is printed at. */
export const barDrawnValue: PairDesign = { imageKind: 'bar-chart', factKind: 'drawn-value', draft: (random, look) => draftPlot(random, look, false, drawBarChart) };
export const lineDrawnValue: PairDesign = { imageKind: 'line-chart', factKind: 'drawn-value', draft: (random, look) => draftPlot(random, look, false, drawLineChart) };
