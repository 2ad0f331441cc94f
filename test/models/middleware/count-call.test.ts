import { describe, expect, it } from 'vitest';
import { countCall } from '../../../src/models/middleware/count-call.js';
import { emptyUsage } from '../../../src/models/middleware/usage-meter.js';

describe('countCall', () => {
  it('counts a call as open only while it runs, and a failed one as a call and a failure', async () => {
    const usage = emptyUsage();
    expect(await countCall(usage, async () => usage.open)).toBe(1);
    await expect(countCall(usage, () => Promise.reject(new Error('The server is gone.')))).rejects.toThrow('The server is gone.');
    expect(usage).toEqual({ ...emptyUsage(), calls: 2, failures: 1 });
  });
});
