import type { SampleDesign } from '../sample-design.js';
import { chartBarPlain } from './chart-bar-plain.js';
import { chartBarValues } from './chart-bar-values.js';
import { chartLinePlain } from './chart-line-plain.js';
import { chartLineValues } from './chart-line-values.js';
import { clockElapsed } from './clock-elapsed.js';
import { gaugeSpeed } from './gauge-speed.js';
import { gaugeThermometer } from './gauge-thermometer.js';
import { geometryAngles } from './geometry-angles.js';
import { geometryCircle } from './geometry-circle.js';
import { geometryLShape } from './geometry-l-shape.js';
import { geometryRectangle } from './geometry-rectangle.js';
import { geometryRightTriangle } from './geometry-right-triangle.js';
import { geometryTrapezoid } from './geometry-trapezoid.js';
import { receiptChange } from './receipt-change.js';
import { receiptTax } from './receipt-tax.js';
import { tableCounts } from './table-counts.js';
import { tablePrices } from './table-prices.js';
import { tableReceiptCheck } from './table-receipt-check.js';
import { tableStemLeaf } from './table-stem-leaf.js';
import { tableTimetable } from './table-timetable.js';

/** All designs, by the name that their problem ids begin with. */
export const designs: Readonly<Record<string, SampleDesign>> = {
  'table-counts': tableCounts,
  'table-prices': tablePrices,
  'table-receipt-check': tableReceiptCheck,
  'table-stem-leaf': tableStemLeaf,
  'table-timetable': tableTimetable,
  'chart-bar-plain': chartBarPlain,
  'chart-bar-values': chartBarValues,
  'chart-line-plain': chartLinePlain,
  'chart-line-values': chartLineValues,
  'geometry-angles': geometryAngles,
  'geometry-circle': geometryCircle,
  'geometry-l-shape': geometryLShape,
  'geometry-rectangle': geometryRectangle,
  'geometry-right-triangle': geometryRightTriangle,
  'geometry-trapezoid': geometryTrapezoid,
  'receipt-change': receiptChange,
  'receipt-tax': receiptTax,
  'clock-elapsed': clockElapsed,
  'gauge-speed': gaugeSpeed,
  'gauge-thermometer': gaugeThermometer,
};
