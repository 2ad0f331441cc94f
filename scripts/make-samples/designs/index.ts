import type { SampleDesign } from '../sample-design.js';
import { geometryRightTriangle } from './geometry-right-triangle.js';
import { receiptTax } from './receipt-tax.js';
import { tableCounts } from './table-counts.js';
import { tablePrices } from './table-prices.js';

/** All designs, by the name that their problem ids begin with. */
export const designs: Readonly<Record<string, SampleDesign>> = {
  'table-prices': tablePrices,
  'table-counts': tableCounts,
  'receipt-tax': receiptTax,
  'geometry-right-triangle': geometryRightTriangle,
};
