export { FORMATS, type FormatName } from './dataset-codec.js';
export type { DatasetReport } from './dataset-report.js';
export type { Dataset, ReadDatasetOptions } from './open-dataset.js';
export { readDataset } from './read-dataset.js';
