export { hashFile } from './hash-file.js';
export type { RunManifest, RunSettings, SessionModel } from './manifest.js';
export { createMemoryStore } from './memory-store.js';
export { openRun, type Run, type RunDescription } from './open-run.js';
export { readManifest } from './read-manifest.js';
export { replaceFile } from './replace-file.js';
export type { RunKey } from './run-key.js';
export type { RunStore } from './run-store.js';
