import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BackendError } from '../../../../src/errors/index.js';
import { locateWorkerEntry } from '../../../../src/verifiers/builtin/ocr/worker-entry.js';

describe('locateWorkerEntry', () => {
  it('takes the compiled file when it is called from sources', () => {
    expect(fileURLToPath(locateWorkerEntry())).toMatch(/dist[\\/]verifiers[\\/]builtin[\\/]ocr[\\/]ocr-worker\.js$/);
  });

  it('says what to run when nothing is compiled', () => {
    expect(() => locateWorkerEntry('file:///src/none/src/verifiers/worker-entry.ts')).toThrow(BackendError);
    expect(() => locateWorkerEntry('file:///src/none/src/verifiers/worker-entry.ts')).toThrow(/src[\\/]none[\\/]dist[\\/].*npm run build/);
  });
});
