import type { TrueCell } from './table-truth.js';

/** A way to say a cell in words; null where it does not fit. */
export type Template = (cell: TrueCell) => string | null;

const withColumn = (say: (row: string, column: string, value: string) => string): Template => ({ row, column, value }) => (column === null ? null : say(row, column, value));
const alone = (say: (row: string, value: string) => string): Template => ({ row, value, alone: only }) => (only ? say(row, value) : null);
const priced = (say: (row: string, value: string) => string): Template => ({ row, value, column }) => (column === null && value.startsWith('$') ? say(row, value) : null);

/** The phrasings that the bench tries, by name. Every cell is said in every one that fits. */
export const templates: Record<string, Template> = {
  'column for row is value': withColumn((row, column, value) => `The ${column} for ${row} is ${value}.`),
  'row | column | value': withColumn((row, column, value) => `${row} | ${column} | ${value}`),
  'entry in row and column': withColumn((row, column, value) => `In the table, the entry in row "${row}" and column "${column}" is ${value}.`),
  'row has value in column': withColumn((row, column, value) => `According to the table, ${row} has ${value} in the ${column} column.`),
  'column (row): value': withColumn((row, column, value) => `${column} (${row}): ${value}`),
  'shows value for row under column': withColumn((row, column, value) => `The table shows ${value} for ${row} under ${column}.`),
  'JSON': ({ row, column, corner, value }) => (column === null || !corner ? null : `{"${corner}": "${row}", "${column}": "${value}"}`),
  'shows value for row': alone((row, value) => `The table shows ${value} for ${row}.`),
  'row | value': alone((row, value) => `${row} | ${value}`),
  'row: value': alone((row, value) => `${row}: ${value}`),
  'value listed for row': alone((row, value) => `The value listed for ${row} is ${value}`),
  'corner row has value': ({ row, corner, value, alone: only }) => (only && corner ? `For ${corner} ${row}, the table reads ${value}.` : null),
  'price of row': priced((row, value) => `The price of a ${row} is ${value}.`),
  'row costs': priced((row, value) => `Each ${row} costs ${value}`),
};
