export * from './schema/index.js';
export * from './errors/index.js';
