import type { PairDesign } from '../pair-design.js';
import { barAxisEnd } from './bar-axis-end.js';
import { barColour } from './bar-colour.js';
import { gaugeDrawnValue } from './gauge-drawn-value.js';
import { gaugePrintedValue } from './gauge-printed-value.js';
import { geometryCount } from './geometry-count.js';
import { geometryPlacedValue } from './geometry-placed-value.js';
import { geometryPrintedValue } from './geometry-printed-value.js';
import { geometryRelation } from './geometry-relation.js';
import { barDrawnValue, barPrintedValue, lineDrawnValue, linePrintedValue } from './plots.js';
import { receiptPrintedValue } from './receipt-printed-value.js';
import { tablePrintedTitle } from './table-printed-title.js';
import { tablePrintedValue } from './table-printed-value.js';
import { tablePrintedWords } from './table-printed-words.js';

const printedValues: readonly PairDesign[] = [tablePrintedValue, barPrintedValue, linePrintedValue, gaugePrintedValue, receiptPrintedValue, geometryPrintedValue];

/** One round of pairs: numbers printed with their names come twice, since most premises are of that kind. */
export const designs: readonly PairDesign[] = [
  ...printedValues, tablePrintedWords, tablePrintedTitle, barAxisEnd, barDrawnValue, barColour,
  ...printedValues, lineDrawnValue, gaugeDrawnValue, geometryPlacedValue, geometryRelation, geometryCount,
];
