import { createMemoryStore } from '../../src/runs/index.js';
import { describeRunStore } from './run-store-contract.js';

describeRunStore('the memory store', async () => createMemoryStore());
