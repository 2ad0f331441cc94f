export { AbortedError, ImageError, ParseError, PrmError, PromptError, RunStoreError, UsageError } from './prm-error.js';
export { BackendError } from './backend-error.js';
export { DatasetError } from './dataset-error.js';
export { MissingDependencyError } from './missing-dependency-error.js';
