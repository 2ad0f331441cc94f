import type { SampleDesign } from '../sample-design.js';
import { chartBarPlain } from './chart-bar-plain.js';
import { chartBarValues } from './chart-bar-values.js';
import { chartLinePlain } from './chart-line-plain.js';
import { chartLineValues } from './chart-line-values.js';
import { geometryRightTriangle } from './geometry-right-triangle.js';
import { receiptTax } from './receipt-tax.js';
import { tableCounts } from './table-counts.js';
import { tablePrices } from './table-prices.js';

/** All designs, by the name that their problem ids begin with. */
export const designs: Readonly<Record<string, SampleDesign>> = {
  'table-counts': tableCounts,
  'table-prices': tablePrices,
  'chart-bar-plain': chartBarPlain,
  'chart-bar-values': chartBarValues,
  'chart-line-plain': chartLinePlain,
  'chart-line-values': chartLineValues,
  'geometry-right-triangle': geometryRightTriangle,
  'receipt-tax': receiptTax,
};
